import 'server-only';
import type { Attack } from '#lib/contract/lab/attack.ts';
import type { ReverseResult } from '#lib/contract/lab/level.ts';
import { holdTasks } from '../honest/hold-tasks.ts';
import { inLanes } from '#lib/kernel/in-lanes.ts';
import { defenceIds, switchesOf } from '../list-switches.ts';
import { USABLE_SHARE } from '../policy.ts';
import type { House } from './house.ts';
import { runCell } from './run-cell.ts';

/** Runs side by side for one who tries defences: they share the machine with others. */
const LANES = 3;

/**
 * The reverse track: the whole pack and the honest tasks with these defences and no others. Solved where nothing lands and the tasks are
 * still completed. @throws UnknownSwitch
 */
export async function tryDefences(
  keeps: readonly string[],
  attacks: readonly Attack[],
  house: House,
): Promise<ReverseResult> {
  const kept = defenceIds().filter((id) => keeps.includes(id));
  const by = { keeps: [...keeps] };
  // Before anything runs: a name that nobody knows is refused.
  switchesOf(by);
  const cells = await inLanes(attacks, LANES, (attack) => runCell(attack, by, house));
  const landed = attacks.flatMap(({ id }, index) => (cells[index]?.cell.outcome === 'landed' ? [id] : []));
  const { tasks, completed, falseBlocks } = await holdTasks(by, house, LANES);
  const solved = landed.length === 0 && completed / Math.max(1, tasks) >= USABLE_SHARE;
  return { keeps: kept, landed, usefulness: { tasks, completed, falseBlocks }, solved };
}
