import 'server-only';
import { z } from 'zod';
import { type Spend, spendSchema } from '#lib/contract/subscription.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { toMoney } from './amounts.ts';
import { toDate } from './days.ts';
import { dayRange } from './list-invoices.ts';
import { readPlace } from './read-place.ts';
import { requireArea, tenantOf } from './tenant-of.ts';

const monthRow = z.strictObject({
  month: z.string(),
  invoices: z.bigint(),
  billed: z.bigint(),
  tax: z.bigint(),
  discount: z.bigint(),
});

/**
 * Totals from `from` to `to`, both included: invoices by issue date without void ones, payments by the day the money arrived,
 * refunds by the day they were asked for. Kinds and tax sum to what was billed. Throws `not_eligible` without sight of money.
 */
export async function readSpend(viewer: Viewer, tx: Tx, range: { from: string; to: string }): Promise<Spend> {
  requireArea(viewer, 'money');
  const { currency } = await readPlace(viewer, tx);
  const tenantId = tenantOf(viewer);
  const months = z.array(monthRow).parse(await readMonths(viewer, tx, range));
  const kinds = await tx.invoiceLine.groupBy({
    by: ['kind'],
    where: { tenantId, invoice: { status: { not: 'void' }, issuedOn: dayRange(range) } },
    _sum: { amountMinor: true },
    orderBy: { kind: 'asc' },
  });
  const paid = await tx.payment.aggregate({
    where: { tenantId, status: 'succeeded', settledOn: dayRange(range) },
    _sum: { amountMinor: true },
  });
  const refunded = await tx.refund.aggregate({
    where: { tenantId, requestedOn: dayRange(range) },
    _sum: { amountMinor: true },
  });
  const total = (pick: (row: z.infer<typeof monthRow>) => bigint) =>
    months.reduce((sum, row) => sum + pick(row), 0n);
  const money = (minor: bigint | number | null) => toMoney(minor ?? 0, currency);
  const billed = total((row) => row.billed);
  const tax = total((row) => row.tax);
  return spendSchema.parse({
    ...range,
    invoiceCount: Number(total((row) => row.invoices)),
    billed: money(billed),
    paid: money(paid._sum.amountMinor),
    refunded: money(refunded._sum.amountMinor),
    tax: money(tax),
    discount: money(total((row) => row.discount)),
    averagePerMonth: money(months.length === 0 ? 0 : Math.round(Number(billed) / months.length)),
    months: months.map(({ month, billed: amount }) => ({ month, billed: money(amount) })),
    kinds: [
      ...kinds.map(({ kind, _sum }) => ({ kind, amount: money(_sum.amountMinor) })),
      ...(months.length === 0 ? [] : [{ kind: 'tax', amount: money(tax) }]),
    ],
  });
}

/** One row per month with an invoice, oldest first. */
async function readMonths(
  viewer: Viewer,
  tx: Tx,
  { from, to }: { from: string; to: string },
): Promise<unknown[]> {
  return tx.$queryRaw<unknown[]>`
    SELECT to_char(issued_on, 'YYYY-MM') AS month, count(*) AS invoices, sum(total_minor)::bigint AS billed,
           sum(tax_minor)::bigint AS tax, sum(discount_minor)::bigint AS discount
    FROM cs.invoice
    WHERE tenant_id = ${tenantOf(viewer)}::uuid AND status <> 'void' AND issued_on BETWEEN ${toDate(from)} AND ${toDate(to)}
    GROUP BY 1 ORDER BY 1`;
}
