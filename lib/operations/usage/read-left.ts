import 'server-only';
import type { UsageLeft } from '#lib/contract/usage.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { TOKENS_PER_TURN } from '#lib/stages/admission/policy.ts';
import { modelsInUse } from '#lib/stages/model/choose-model.ts';
import { reserveFor } from '#lib/stages/model/reserve-for.ts';
import { readStandings } from './read-standings.ts';

/** Where the viewer's budgets stand, and the most that their next turn may cost. */
export async function readLeft(viewer: Viewer, tx: Tx): Promise<UsageLeft> {
  const { unit, amount } = reserveFor(modelsInUse(), TOKENS_PER_TURN);
  return { budgets: await readStandings(viewer, tx, { unit }), perTurn: amount };
}
