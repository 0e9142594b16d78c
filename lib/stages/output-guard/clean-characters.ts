import 'server-only';
import { dropInvisible, dropMeaninglessJoiners, isConditional } from '#lib/kernel/characters.ts';
import type { Found, Pass, Sink } from './passes.ts';

const LINE_END = /[\r\u0085\u2028\u2029]/;
const SKIN_TONE = /[\u{1f3fb}-\u{1f3ff}]/u;
/** More joiners and selectors in a row than any emoji has. */
const CONDITIONAL_MAX = 16;

/** Removes control, bidi, private-use and other invisible characters; joiners stay where they spell something. */
export function cleanCharacters(next: Sink, found: Found): Pass {
  let base = '';
  let waiting: string[] = [];

  function settle(following: string): void {
    if (waiting.length === 0) return;
    const joined = base + waiting.join('') + following;
    const kept = dropMeaninglessJoiners(joined);
    if (kept.length < joined.length) found('hidden');
    waiting = [];
    for (const character of kept.slice(base.length, kept.length - following.length)) next(character);
  }

  function take(character: string): void {
    if (waiting.length === 0 && ((character >= ' ' && character <= '~') || character === '\n')) {
      base = character;
      return next(character);
    }
    if (isConditional(character)) {
      if (waiting.length < CONDITIONAL_MAX) waiting.push(character);
      return;
    }
    if (LINE_END.test(character)) return character === '\r' ? undefined : take('\n');
    if (dropInvisible(character) === '') return found('hidden');
    settle(character);
    base = SKIN_TONE.test(character) ? base + character : character;
    next(character);
  }

  return { take, end: () => settle('') };
}
