import 'server-only';
import { type InvoiceLine, lineKindSchema } from '#lib/contract/bill.ts';
import { currencySchema } from '#lib/contract/money.ts';
import type { Prisma } from '#lib/generated/prisma/client.ts';
import { toMoney } from './amounts.ts';
import { fromDate } from './days.ts';
import { explainLine } from './explain-line.ts';
import type { LineFacts } from './line-facts.ts';

/** What a line is, with the ids of the facts that explain it. */
export const LINE_SELECT = {
  id: true,
  invoiceId: true,
  currency: true,
  kind: true,
  description: true,
  quantity: true,
  unit: true,
  unitAmountMinor: true,
  amountMinor: true,
  periodStart: true,
  periodEnd: true,
  planCode: true,
  addonCode: true,
  meter: true,
  included: true,
  seatId: true,
  promotionId: true,
  creditId: true,
  changeId: true,
  correctsLineId: true,
} as const satisfies Prisma.InvoiceLineSelect;

export type LineRow = Prisma.InvoiceLineGetPayload<{ select: typeof LINE_SELECT }>;

/** What it takes to show lines: see `readLineFacts` and `readDuplicatePairs`. */
export type LineContext = { locale: string; duplicates: DuplicatePairs; facts: LineFacts };

/** Line id → the line that charged the same before it. */
export type DuplicatePairs = ReadonlyMap<string, string>;

export function toLine(row: LineRow, context: LineContext): InvoiceLine {
  const currency = currencySchema.parse(row.currency);
  const duplicateOfLineId = context.duplicates.get(row.id) ?? null;
  return {
    id: row.id,
    kind: lineKindSchema.parse(row.kind),
    description: row.description,
    quantity: row.quantity,
    unit: row.unit,
    unitAmount: row.unitAmountMinor === null ? null : toMoney(row.unitAmountMinor, currency),
    amount: toMoney(row.amountMinor, currency),
    periodStart: row.periodStart && fromDate(row.periodStart),
    periodEnd: row.periodEnd && fromDate(row.periodEnd),
    reason: explainLine(row, { ...context, isDuplicate: duplicateOfLineId !== null }),
    duplicateOfLineId,
    ...(row.correctsLineId !== null && { correctsLineId: row.correctsLineId }),
  };
}
