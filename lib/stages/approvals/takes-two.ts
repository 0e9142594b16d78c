import 'server-only';
import { fault } from '#faults';
import { z } from 'zod';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import type { Planned } from './check-caps.ts';
import { MOVES_MONEY, TWO_PEOPLE_ABOVE } from './policy.ts';

/**
 * Whether a change of money takes a second person: by its own amount, or by what it adds up to with everything that the
 * customer took back in the rolling day without one. Many small refunds are one large one. The caller holds the customer's
 * ledger (`holdLedger`) where the answer decides.
 */
export async function takesTwo(
  viewer: Viewer,
  tx: Tx,
  { tool, amount, tenantId }: Pick<Planned, 'tool' | 'amount' | 'tenantId'>,
): Promise<boolean> {
  if (fault('two-people-threshold-off')) return false;
  if (!amount || !MOVES_MONEY.includes(tool)) return false;
  const { amountMinor, currency } = amount;
  return (await movedAlone(viewer, tx, { tenantId, currency })) + amountMinor > TWO_PEOPLE_ABOVE[currency];
}

/** Minor units that left for this customer within the rolling day and that nobody countersigned. */
async function movedAlone(
  _viewer: Viewer,
  tx: Tx,
  args: { tenantId: string; currency: string },
): Promise<number> {
  if (fault('small-refunds-not-summed')) return 0;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT coalesce(sum(amount_minor), 0)::bigint AS alone FROM cs.effect
    WHERE tenant_id = ${args.tenantId}::uuid AND approver_id IS NULL AND currency = ${args.currency}
      AND tool = ANY(${[...MOVES_MONEY]}) AND executed_at > cs.now() - interval '1 day'`;
  return Number(z.object({ alone: z.bigint() }).parse(rows[0]).alone);
}
