import 'server-only';
import type { Finish } from '#lib/contract/chat.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';

export type Settlement = {
  turnId: string;
  finish: Finish;
  model: string;
  inputTokens: number;
  outputTokens: number;
  costMicroUsd: number;
  estimated: boolean;
  priceVersion: string;
};

/**
 * Closes the turn's row and books what it used, in the caller's transaction. Returns false, and books nothing, when
 * the turn is no longer running: its lease ran out and the sweeper was first.
 */
export async function settleTurn(viewer: Viewer, tx: Tx, settlement: Settlement): Promise<boolean> {
  const { turnId, finish, inputTokens, outputTokens, costMicroUsd } = settlement;
  const closed = await tx.$executeRaw`
    UPDATE cs.turn SET state = 'closed', finish = ${finish}, closed_at = cs.now(), settled_micro_usd = ${costMicroUsd},
      input_tokens = ${inputTokens}, output_tokens = ${outputTokens}
    WHERE id = ${turnId}::uuid AND state = 'running'`;
  if (closed === 0) return false;
  await tx.usageEntry.createMany({
    data: [
      {
        id: newId(),
        tenantId: viewer.homeTenantId,
        personId: viewer.personId,
        turnId,
        model: settlement.model,
        inputTokens,
        outputTokens,
        costMicroUsd: BigInt(costMicroUsd),
        estimated: settlement.estimated,
        priceVersion: settlement.priceVersion,
      },
    ],
  });
  return true;
}
