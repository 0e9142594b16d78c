import 'server-only';
import { type Balance, balanceSchema } from '#lib/contract/bill.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { sumMoney, toMoney } from './amounts.ts';
import { toDate } from './days.ts';
import { SUMMARY_SELECT, toSummary } from './invoice-summary.ts';
import { readPlace } from './read-place.ts';
import { requireArea, tenantOf } from './tenant-of.ts';

/** What is owed today. `nextDueOn` is the next day that is still to come. Throws `not_eligible` without sight of money. */
export async function readBalance(viewer: Viewer, tx: Tx): Promise<Balance> {
  requireArea(viewer, 'money');
  const { today, currency } = await readPlace(viewer, tx);
  const tenantId = tenantOf(viewer);
  const rows = await tx.invoice.findMany({
    where: { tenantId, status: 'open' },
    select: SUMMARY_SELECT,
    orderBy: [{ issuedOn: 'desc' }, { number: 'desc' }],
  });
  const credits = await tx.credit.aggregate({
    where: { tenantId, OR: [{ expiresOn: null }, { expiresOn: { gte: toDate(today) } }] },
    _sum: { remainingMinor: true },
  });
  const open = rows.map((row) => toSummary(row, today));
  const total = (invoices: typeof open) =>
    sumMoney(
      invoices.map(({ due }) => due),
      currency,
    );
  const [next] = open
    .filter(({ status }) => status === 'open')
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  return balanceSchema.parse({
    due: total(open),
    overdue: total(open.filter(({ status }) => status === 'past_due')),
    nextDueOn: next?.dueOn ?? null,
    nextDueInvoice: next ?? null,
    creditRemaining: toMoney(credits._sum.remainingMinor ?? 0, currency),
    openInvoices: open,
  });
}
