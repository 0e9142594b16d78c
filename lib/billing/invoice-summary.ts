import 'server-only';
import type { InvoiceSummary } from '#lib/contract/bill.ts';
import { currencySchema } from '#lib/contract/money.ts';
import type { Prisma } from '#lib/generated/prisma/client.ts';
import { toMoney } from './amounts.ts';
import { daysBetween, fromDate } from './days.ts';

/** What every list of invoices selects. */
export const SUMMARY_SELECT = {
  id: true,
  number: true,
  status: true,
  currency: true,
  issuedOn: true,
  dueOn: true,
  paidOn: true,
  periodStart: true,
  periodEnd: true,
  totalMinor: true,
  dueMinor: true,
} as const satisfies Prisma.InvoiceSelect;

export type SummaryRow = Prisma.InvoiceGetPayload<{ select: typeof SUMMARY_SELECT }>;

/** An invoice without its lines. An open one whose day has passed is `past_due`. */
export function toSummary(row: SummaryRow, today: string): InvoiceSummary {
  const currency = currencySchema.parse(row.currency);
  const dueOn = fromDate(row.dueOn);
  const due = toMoney(row.dueMinor, currency);
  return {
    id: row.id,
    number: row.number,
    status: statusOf(row.status, dueOn, today),
    issuedOn: fromDate(row.issuedOn),
    dueOn,
    paidOn: row.paidOn && fromDate(row.paidOn),
    periodStart: fromDate(row.periodStart),
    periodEnd: fromDate(row.periodEnd),
    total: toMoney(row.totalMinor, currency),
    due,
    daysUntilDue: due.amountMinor === 0 ? null : daysBetween(today, dueOn),
  };
}

function statusOf(stored: string, dueOn: string, today: string): InvoiceSummary['status'] {
  if (stored === 'void') return 'void';
  if (stored === 'paid') return 'paid';
  return dueOn < today ? 'past_due' : 'open';
}
