import type { FaultId } from '#lib/faults/table.ts';
import { takeConstraintsDown } from '../world/walls.ts';
import type { World } from '../world/start-world.ts';
import { backstopsOf, macrosFor, type MutantResult, tryFault } from './score-mutants.ts';

/** A set of backstops that was taken away without the fault in front of it, and still nothing may go wrong. */
export type Control = { without: string; macro: string; seen: string | null };
export type MutantReport = { results: MutantResult[]; controls: Control[]; steps: number };

/**
 * Both columns. Alone: seen by a violation or by a wall behind it. Then the database's constraints come down, for good: this
 * cluster is thrown away. With the backstops off only a violation counts; before each, the same scripts run without the fault,
 * to show that it is the fault that is seen and not the missing walls.
 */
export async function scoreAll(
  world: World,
  ids: readonly FaultId[],
  advance: () => void,
): Promise<MutantReport> {
  const report: MutantReport = { results: [], controls: [], steps: 0 };
  for (const id of ids) {
    const { seen, steps } = await tryFault(world, [id], macrosFor(id), true);
    report.results.push({ id, alone: seen, backstopsOff: null });
    report.steps += steps;
    advance();
  }
  await takeConstraintsDown(world.admin);
  for (const result of report.results) {
    const walls = backstopsOf(result.id);
    const macros = macrosFor(result.id);
    const control = await tryFault(world, walls, [...new Set(macros)], false);
    report.controls.push({
      without: walls.join(' + ') || 'constraints',
      macro: macros.join(),
      seen: control.seen,
    });
    const { seen, steps } = await tryFault(world, [result.id, ...walls], macros, false);
    result.backstopsOff = control.seen === null ? seen : null;
    report.steps += steps + control.steps;
    advance();
  }
  return report;
}
