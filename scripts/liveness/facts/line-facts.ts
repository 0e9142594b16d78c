import type { LineMatch } from '#lib/contract/cards.ts';
import { allInvoices, invoiceBack, type Ledger } from '../ledger.ts';
import { amount, day, type Fact, type FactTable, text } from './fact.ts';

/** The five facts that tell a line: what it costs, what it is, why it is there and on which invoice. */
function lineFacts(
  prefix: string,
  what: string,
  find: (ledger: Ledger) => Promise<LineMatch | null>,
): FactTable {
  const of =
    <T>(pick: (match: LineMatch) => T) =>
    async (ledger: Ledger) => {
      const match = await find(ledger);
      return match ? pick(match) : null;
    };
  const fields: Record<string, Fact> = {
    amount: amount(
      `Amount of ${what}`,
      of(({ line }) => line.amount),
    ),
    description: text(
      `Description of ${what}`,
      of(({ line }) => line.description),
    ),
    reason: text(
      `Why ${what} is there`,
      of(({ line }) => line.reason),
    ),
    invoiceNumber: text(
      `The invoice with ${what}`,
      of(({ invoice }) => invoice.number),
    ),
    issuedOn: day(
      `Issue date of the invoice with ${what}`,
      of(({ invoice }) => invoice.issuedOn),
    ),
  };
  return Object.fromEntries(Object.entries(fields).map(([field, fact]) => [`${prefix}.${field}`, fact]));
}

async function duplicate(ledger: Ledger): Promise<LineMatch | null> {
  const matches = await ledger.duplicates();
  return matches.find(({ line }) => line.duplicateOfLineId !== null) ?? matches[0] ?? null;
}

async function proration(ledger: Ledger): Promise<LineMatch | null> {
  for (const invoice of await allInvoices(ledger)) {
    const line = invoice.lines.find((one) => one.kind === 'proration' && one.amount.amountMinor > 0);
    if (line && invoice.status !== 'void') return { invoice, line };
  }
  return null;
}

/** A line of the newest invoices whose amount stands on no other line and on no total: found by its amount alone. */
async function odd(ledger: Ledger): Promise<LineMatch | null> {
  const seen = new Map<number, number>();
  for (const invoice of await allInvoices(ledger)) {
    const amounts = [
      ...invoice.lines.map((line) => line.amount),
      invoice.total,
      invoice.tax.amount,
      invoice.subtotal,
    ];
    for (const { amountMinor } of amounts)
      seen.set(Math.abs(amountMinor), (seen.get(Math.abs(amountMinor)) ?? 0) + 1);
  }
  for (const places of [0, 1, 2]) {
    const invoice = await invoiceBack(ledger, places);
    const line = invoice?.lines.find(
      (one) => one.amount.amountMinor > 0 && seen.get(one.amount.amountMinor) === 1,
    );
    if (invoice && line) return { invoice, line };
  }
  return null;
}

export const LINE_FACTS: FactTable = {
  ...lineFacts('duplicate', 'the line billed twice', duplicate),
  'duplicate.seat': amount(
    'The same as duplicate.amount',
    async (ledger) => (await duplicate(ledger))?.line.amount,
  ),
  ...lineFacts('proration', 'the newest prorated line', proration),
  ...lineFacts('line.odd', 'a recent line with an amount of its own', odd),
};
