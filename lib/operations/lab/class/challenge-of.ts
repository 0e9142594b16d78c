import 'server-only';
import type { DefendedBy } from '#lib/contract/lab/profile.ts';
import { LEVELS } from '../levels.ts';
import { switchesOf } from '../list-switches.ts';

/**
 * The challenge that is met by letting anything at all land against these defences: the level that has exactly them, however they are
 * named. The last level has none, since nothing lands there.
 */
export function challengeOf(by: DefendedBy): string | null {
  const thrown = spell(by);
  const level = LEVELS.find((one) => one.beatenBy !== null && spell(one.by) === thrown);
  return level ? `level-${level.number}` : null;
}

function spell(by: DefendedBy): string {
  return [...new Set(switchesOf(by))].toSorted().join(' ');
}
