import { withFaults } from '#faults';
import type { Fault } from '#lib/faults/fault.ts';
import { type FaultId, FAULTS } from '#lib/faults/table.ts';
import { runEpisode } from '../episode/run-episode.ts';
import { macroNamed } from '../macros/all-macros.ts';
import { judge } from '../oracle/judge.ts';
import type { World } from '../world/start-world.ts';
import { FAULT_MACROS } from './fault-macros.ts';

export type Column = { killed: number; survivors: string[] };
/** How one fault was seen, by column; null where it was not. */
export type MutantResult = { id: FaultId; alone: string | null; backstopsOff: string | null };

/** Planted faults that stand alone; those that are only ever behind another are taken away with it. */
export function mutantIds(): FaultId[] {
  return idsOf((fault) => fault.second !== true && fault.labOnly !== true);
}

function idsOf(wanted: (fault: Fault) => boolean): FaultId[] {
  return Object.entries(FAULTS).flatMap(([id, fault]) => (wanted(fault) && isFaultId(id) ? [id] : []));
}

function isFaultId(id: string): id is FaultId {
  return Object.hasOwn(FAULTS, id);
}

/** The code walls behind a fault that are taken away with it; the database's constraints are taken down for all at once. */
export function backstopsOf(id: FaultId): FaultId[] {
  const fault: Fault = FAULTS[id];
  return fault.backstops.filter(isFaultId);
}

/**
 * Runs a fault's scripts until it is seen: by a violation, or (where `mayBackstop`) by a wall behind it that spoke. Null when
 * nothing showed.
 */
export async function tryFault(
  world: World,
  planted: readonly FaultId[],
  macros: readonly string[],
  mayBackstop: boolean,
): Promise<{ seen: string | null; steps: number }> {
  let steps = 0;
  for (const name of macros) {
    const macro = macroNamed(name);
    const episode = await withFaults(planted, () => runEpisode(world, name, macro.commands));
    steps += episode.steps;
    const { violations, backstops } = await judge(episode);
    const [violation] = violations;
    if (violation) return { seen: `${violation.invariant}: ${violation.what}`, steps };
    if (mayBackstop && backstops[0]) return { seen: `wall: ${backstops[0]}`, steps };
  }
  return { seen: null, steps };
}

export function macrosFor(id: FaultId): readonly string[] {
  return FAULT_MACROS[id] ?? [];
}

export function columnOf(results: readonly MutantResult[], column: 'alone' | 'backstopsOff'): Column {
  const survivors = results.filter((result) => result[column] === null).map(({ id }) => id);
  return { killed: results.length - survivors.length, survivors };
}
