import 'server-only';
import type { Attack } from '#lib/contract/lab/attack.ts';
import type { Cell } from '#lib/contract/lab/matrix.ts';
import type { DefendedBy } from '#lib/contract/lab/profile.ts';
import type { House } from './house.ts';
import { runAttack } from './run-attack.ts';

/** `trouble`: what broke on the way, where something did. */
export type RunResult = { readonly cell: Cell; readonly trouble: string[]; readonly live: boolean };

/** One square of the matrix: an attack run to its end, of which only the verdict is kept. */
export async function runCell(attack: Attack, by: DefendedBy, house: House): Promise<RunResult> {
  const trouble: string[] = [];
  let live = false;
  for await (const event of runAttack(attack, by, house)) {
    if (event.kind === 'began') live = event.data.live;
    if (event.kind === 'trouble') trouble.push(`${event.data.where}: ${event.data.message}`);
    if (event.kind !== 'ended') continue;
    const { outcome, stoppedBy, rule, evidence } = event.data;
    const cell = { outcome, evidence, ...(stoppedBy ? { stoppedBy } : {}), ...(rule ? { rule } : {}) };
    return { cell, trouble, live };
  }
  throw new Error('A run without an end.');
}

/** Whether every answer of an attack comes from its own script, so that it is the same with any model. */
export function isScripted(attack: Attack): boolean {
  return attack.steps.every((step) => step.do !== 'say' || step.model !== undefined);
}
