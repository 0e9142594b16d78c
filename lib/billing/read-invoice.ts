import 'server-only';
import { type Invoice, invoiceSchema } from '#lib/contract/bill.ts';
import { currencySchema, type Money } from '#lib/contract/money.ts';
import type { Prisma } from '#lib/generated/prisma/client.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { toMoney } from './amounts.ts';
import { readDuplicatePairs } from './duplicate-pairs.ts';
import { LINE_SELECT, type LineContext, toLine } from './invoice-line.ts';
import { SUMMARY_SELECT, toSummary } from './invoice-summary.ts';
import { readLineFacts } from './line-facts.ts';
import { readCustomer, vendorParty } from './parties.ts';
import { type Place, readPlace } from './read-place.ts';
import { requireArea, tenantOf } from './tenant-of.ts';

const INVOICE_SELECT = {
  ...SUMMARY_SELECT,
  subtotalMinor: true,
  discountMinor: true,
  creditMinor: true,
  taxMinor: true,
  taxLabel: true,
  taxRatePpm: true,
  paidMinor: true,
  refundedMinor: true,
  memo: true,
  voidReason: true,
  lines: { select: LINE_SELECT, orderBy: { position: 'asc' } },
} as const satisfies Prisma.InvoiceSelect;

type InvoiceRow = Prisma.InvoiceGetPayload<{ select: typeof INVOICE_SELECT }>;

/** One invoice with its lines; null where it is not there or not theirs. Throws `not_eligible` without sight of money. */
export async function readInvoice(viewer: Viewer, tx: Tx, id: string): Promise<Invoice | null> {
  const [invoice] = await readInvoices(viewer, tx, [id]);
  return invoice ?? null;
}

/** Several whole invoices at once, in no particular order; unknown ids are left out. */
export async function readInvoices(viewer: Viewer, tx: Tx, ids: readonly string[]): Promise<Invoice[]> {
  requireArea(viewer, 'money');
  const place = await readPlace(viewer, tx);
  const rows = await tx.invoice.findMany({
    where: { tenantId: tenantOf(viewer), id: { in: ids.filter(isId) } },
    select: INVOICE_SELECT,
  });
  if (rows.length === 0) return [];
  const billTo = await readCustomer(viewer, tx);
  const facts = await readLineFacts(viewer, tx);
  const duplicates = await readDuplicatePairs(viewer, tx);
  return rows.map((row) => invoiceSchema.parse(toInvoice(row, { ...place, duplicates, facts, billTo })));
}

type Context = Place & LineContext & { billTo: Invoice['billTo'] };

function toInvoice(row: InvoiceRow, context: Context): Invoice {
  const currency = currencySchema.parse(row.currency);
  const money = (minor: bigint): Money => toMoney(minor, currency);
  return {
    ...toSummary(row, context.today),
    lines: row.lines.map((line) => toLine(line, context)),
    subtotal: money(row.subtotalMinor),
    discount: money(row.discountMinor),
    credit: money(row.creditMinor),
    tax: { label: row.taxLabel, ratePercent: row.taxRatePpm / 10_000, amount: money(row.taxMinor) },
    paid: money(row.paidMinor),
    refunded: money(row.refundedMinor),
    memo: row.memo,
    voidReason: row.voidReason,
    billTo: context.billTo,
    from: vendorParty(),
  };
}
