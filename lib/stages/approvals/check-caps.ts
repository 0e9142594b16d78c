import 'server-only';
import { fault } from '#faults';
import { z } from 'zod';
import type { ChangeTool } from '#lib/contract/approvals.ts';
import type { Money } from '#lib/contract/money.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { ChangeProblem, Viewer } from '#lib/kernel/ports.ts';
import { DAY_CAPS, DAY_COUNT, MOVES_MONEY } from './policy.ts';

export type Planned = {
  tool: ChangeTool;
  amount: Money | null;
  tenantId: string;
  requesterId: string;
  /** Who countersigns, where somebody does. */
  approverId: string | null;
};

const sumsSchema = z.object({
  count: z.bigint(),
  person: z.bigint(),
  tenant: z.bigint(),
  approver: z.bigint(),
});

/**
 * Whether this change would go over a cap of its rolling day; null when it fits. Sums what was executed, so caps hold even if
 * every proposal is approved. The caller holds the customer's ledger (`holdLedger`) where the answer decides.
 */
export async function checkCaps(_viewer: Viewer, tx: Tx, planned: Planned): Promise<ChangeProblem | null> {
  const { tool, amount, tenantId, requesterId, approverId } = planned;
  const currency = amount?.currency ?? '';
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT count(*) FILTER (WHERE tenant_id = ${tenantId}::uuid AND tool = ${tool}) AS count,
      coalesce(sum(amount_minor) FILTER (WHERE tenant_id = ${tenantId}::uuid AND person_id = ${requesterId}::uuid), 0)::bigint AS person,
      coalesce(sum(amount_minor) FILTER (WHERE tenant_id = ${tenantId}::uuid), 0)::bigint AS tenant,
      coalesce(sum(amount_minor) FILTER (WHERE approver_id = ${approverId}::uuid), 0)::bigint AS approver
    FROM (SELECT tenant_id, person_id, approver_id, tool,
        CASE WHEN tool = ANY(${[...MOVES_MONEY]}) AND currency = ${currency} THEN amount_minor ELSE 0 END AS amount_minor
      FROM cs.effect WHERE executed_at > cs.now() - interval '1 day') recent`;
  const sums = sumsSchema.parse(rows[0]);
  if (!fault('no-day-count') && Number(sums.count) >= DAY_COUNT[tool]) return 'cap_tenant_day';
  if (!amount || !MOVES_MONEY.includes(tool)) return null;
  const isOver = (scope: keyof typeof DAY_CAPS) =>
    Number(sums[scope]) + amount.amountMinor > DAY_CAPS[scope][amount.currency];
  if (!fault('no-day-cap-person') && isOver('person')) return 'cap_person_day';
  if (!fault('no-day-cap-tenant') && isOver('tenant')) return 'cap_tenant_day';
  if (fault('no-day-cap-approver')) return null;
  return approverId !== null && isOver('approver') ? 'cap_approver_day' : null;
}

/**
 * One decision at a time writes a customer's ledger, and one of an approver's counts towards their caps: sums that were read
 * are still true at commit. Always taken in this order, after the proposal itself.
 */
export async function holdLedger(
  _viewer: Viewer,
  tx: Tx,
  args: { tenantId: string; approverId: string | null },
): Promise<void> {
  if (fault('ledger-not-held')) return;
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`ledger:${args.tenantId}`}, 0))::text`;
  if (args.approverId)
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`approver:${args.approverId}`}, 0))::text`;
}
