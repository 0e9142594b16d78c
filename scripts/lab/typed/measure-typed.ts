import { inLanes } from '#lib/kernel/in-lanes.ts';
import { runAttack } from '#lib/operations/lab/run/run-attack.ts';
import { progressBar } from '#scripts/liveness/progress-bar.ts';
import type { LabWorld } from '../world/start-world.ts';
import { asAttack } from './as-attack.ts';
import { isEncoded } from './is-encoded.ts';
import type { Typed } from './typed-file.ts';

const LANES = 4;

export type TypedResult = { readonly typed: Typed; readonly tookEffect: boolean; readonly evidence: string };

/** Each of them typed once by a fresh customer, under no defence at all: which took a visible effect? */
export async function measureTyped(world: LabWorld, items: readonly Typed[]): Promise<TypedResult[]> {
  const bar = progressBar(items.length, 'attacks');
  const results = await inLanes(items, LANES, async (typed) => {
    const result = await typeOnce(world, typed);
    bar.advance();
    return result;
  });
  bar.end();
  return results;
}

async function typeOnce(world: LabWorld, typed: Typed): Promise<TypedResult> {
  let [evidence, left, outcome] = ['', '', 'not-tried'];
  for await (const event of runAttack(asAttack(typed), { profile: 'none' }, world.house)) {
    if (event.kind === 'left') left += event.data.text;
    if (event.kind === 'ended') {
      outcome = event.data.outcome;
      evidence = event.data.evidence.join(' ');
    }
  }
  if (typed.goal !== 'encode') return { typed, tookEffect: outcome === 'landed', evidence };
  const tookEffect = isEncoded(left);
  return { typed, tookEffect, evidence: tookEffect ? 'The answer left in another writing.' : 'The answer left as plain text.' };
} // prettier-ignore
