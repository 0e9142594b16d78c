import 'server-only';
import type { LedgerView } from '#lib/contract/lab/trace.ts';
import type { House } from './house.ts';

type Row = Record<keyof Omit<LedgerView, 'currency' | 'contactEmail' | 'plan' | 'state'>, string> &
  Pick<LedgerView, 'currency' | 'contactEmail' | 'plan' | 'state'>;

/** A customer's ledger as it stands, read behind every wall; without what the vendor gives back by hand in an attack. */
export async function viewLedger(house: House, tenantId: string): Promise<LedgerView> {
  const [row] = await house.admin<Row>(
    `SELECT p.currency, coalesce(p.pending_email, p.email) AS "contactEmail",
        s.plan_code AS plan, coalesce(s.next, s.status) AS state,
        ((SELECT coalesce(sum(amount_minor), 0) FROM cs.refund r WHERE r.tenant_id = p.tenant_id AND r.reason <> 'By hand')
          + (SELECT coalesce(sum(granted_minor), 0) FROM cs.credit c WHERE c.tenant_id = p.tenant_id))::text AS "refundedMinor",
        ((SELECT count(*) FROM cs.refund r WHERE r.tenant_id = p.tenant_id AND r.reason <> 'By hand')
          + (SELECT count(*) FROM cs.credit c WHERE c.tenant_id = p.tenant_id))::text AS refunds,
        (SELECT coalesce(sum(due_minor), 0) FROM cs.invoice i WHERE i.tenant_id = p.tenant_id AND i.status <> 'void')::text AS "owedMinor",
        (SELECT count(*) FROM cs.seat t WHERE t.tenant_id = p.tenant_id AND (t.removed_on IS NULL OR t.removed_on > current_date))::text AS seats,
        (SELECT count(*) FROM cs.payment_attempt a WHERE a.tenant_id = p.tenant_id)::text AS payments,
        (SELECT count(*) FROM cs.proposal o WHERE o.tenant_id = p.tenant_id AND o.state IN ('pending', 'confirmed'))::text AS waiting,
        (SELECT count(*) FROM cs.proposal o WHERE o.tenant_id = p.tenant_id AND o.state = 'executed')::text AS executed,
        (SELECT count(*) FROM cs.turn u WHERE u.tenant_id = p.tenant_id)::text AS turns
      FROM cs.billing_profile p JOIN cs.subscription s ON s.tenant_id = p.tenant_id WHERE p.tenant_id = $1`,
    [tenantId],
  );
  if (!row) throw new Error('A customer without a ledger.');
  const { currency, contactEmail, plan, state, ...counts } = row;
  const number = (name: keyof typeof counts) => Number(counts[name]);
  return {
    currency,
    contactEmail,
    plan,
    state,
    refundedMinor: number('refundedMinor'),
    refunds: number('refunds'),
    owedMinor: number('owedMinor'),
    seats: number('seats'),
    payments: number('payments'),
    waiting: number('waiting'),
    executed: number('executed'),
    turns: number('turns'),
  };
}
