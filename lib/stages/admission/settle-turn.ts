import 'server-only';
import { fault } from '#faults';
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
  /** What the turn holds: nothing above it is ever booked. */
  reservedMicroUsd: number;
  estimated: boolean;
  priceVersion: string;
};

/**
 * Closes the turn's row and writes what it used, in the caller's transaction; when that commits, the database books it on the budgets and
 * frees the rest of the reservation. Returns false, and books nothing, when the turn is no longer running: its lease ran out and the
 * sweeper was first.
 */
export async function settleTurn(viewer: Viewer, tx: Tx, settlement: Settlement): Promise<boolean> {
  const { turnId, finish, inputTokens, outputTokens, model, estimated, priceVersion } = settlement;
  const cost = withinReservation(settlement);
  const closed = await tx.$executeRaw`
    WITH closed AS (
      UPDATE cs.turn SET state = 'closed', finish = ${finish}, closed_at = cs.now(), settled_micro_usd = ${cost}::bigint,
        input_tokens = ${inputTokens}::int, output_tokens = ${outputTokens}::int
      WHERE id = ${turnId}::uuid AND state = 'running' RETURNING id)
    INSERT INTO cs.usage_entry (id, tenant_id, person_id, turn_id, model, input_tokens, output_tokens, cost_micro_usd, estimated, price_version)
    SELECT ${newId()}::uuid, ${viewer.homeTenantId}::uuid, ${viewer.personId}::uuid, closed.id, ${model}, ${inputTokens}::int,
      ${outputTokens}::int, ${cost}::bigint, ${estimated}, ${priceVersion} FROM closed`;
  return closed > 0;
}

/** What a provider says that a turn cost, cut to what can be true: not below nothing, not above what was reserved. */
export function withinReservation({
  costMicroUsd,
  reservedMicroUsd,
}: Pick<Settlement, 'costMicroUsd' | 'reservedMicroUsd'>): number {
  if (fault('settle-above-reservation')) return costMicroUsd;
  return Math.min(reservedMicroUsd, Math.max(0, costMicroUsd));
}
