import type { Invoice, InvoiceSummary } from '#lib/contract/bill.ts';
import { billedInvoices, invoiceBack, type Ledger } from '../ledger.ts';
import { monthsBefore } from './calendar.ts';
import { amount, day, type Fact, type FactTable, percent, status, text } from './fact.ts';

const NAMES = ['latest', 'previous', 'beforePrevious'] as const;

type Builder<T> = (about: string, of: (ledger: Ledger) => Promise<T | null>) => Fact;

/** The facts of each of the newest invoices, void ones left out. */
function invoiceFacts(name: (typeof NAMES)[number]): FactTable {
  const places = NAMES.indexOf(name);
  const which = ['the latest invoice', 'the invoice before the latest', 'the one before that'][places] ?? '';
  const fact = <T>(build: Builder<T>, about: string, pick: (invoice: Invoice) => T | null): Fact =>
    build(about.replace('%', which), async (ledger) => {
      const invoice = await invoiceBack(ledger, places);
      return invoice ? pick(invoice) : null;
    });
  const fields = {
    number: fact(text, 'Number of %', (invoice) => invoice.number),
    total: fact(amount, 'Total of %', (invoice) => invoice.total),
    due: fact(amount, 'Still to be paid on %', (invoice) => invoice.due),
    subtotal: fact(amount, 'Charges before discounts and tax on %', (invoice) => invoice.subtotal),
    discount: fact(amount, 'Discount on %', (invoice) => invoice.discount),
    credit: fact(amount, 'Credit used on %', (invoice) => invoice.credit),
    paid: fact(amount, 'Paid on %', (invoice) => invoice.paid),
    tax: fact(amount, 'Tax on %', (invoice) => invoice.tax.amount),
    taxRate: fact(percent, 'Tax rate of %', (invoice) => invoice.tax.ratePercent),
    issuedOn: fact(day, 'Issue date of %', (invoice) => invoice.issuedOn),
    dueOn: fact(day, 'Due date of %', (invoice) => invoice.dueOn),
    paidOn: fact(day, 'Day on which % was paid', (invoice) => invoice.paidOn),
    periodStart: fact(day, 'First day that % covers', (invoice) => invoice.periodStart),
    periodEnd: fact(day, 'Last day that % covers', (invoice) => invoice.periodEnd),
    status: fact(status, 'Status of %', (invoice) => invoice.status),
  };
  return Object.fromEntries(
    Object.entries(fields).map(([field, built]) => [`invoice.${name}.${field}`, built]),
  );
}

async function issuedIn(ledger: Ledger, monthsBack: number): Promise<InvoiceSummary | undefined> {
  const { from, to } = monthsBefore(ledger.today, monthsBack);
  return (await billedInvoices(ledger)).find(({ issuedOn }) => issuedOn >= from && issuedOn <= to);
}

function comparison(ledger: Ledger) {
  return ledger.comparison();
}

async function voided(ledger: Ledger): Promise<Invoice | null> {
  const summary = (await ledger.invoices()).find((invoice) => invoice.status === 'void');
  return summary ? ledger.invoice(summary.id) : null;
}

export const INVOICE_FACTS: FactTable = {
  ...invoiceFacts('latest'),
  ...invoiceFacts('previous'),
  ...invoiceFacts('beforePrevious'),
  'invoice.difference': amount(
    'Latest invoice minus the one before',
    async (ledger) => (await comparison(ledger))?.difference,
    /\b(higher|more expensive|lower|went up|increased? (by|of)|difference (is|of)|höher|Unterschied|subió|más (alta|cara)|augmenté|plus élevée)\b/iu,
  ),
  'invoice.differencePercent': percent(
    'The same in per cent',
    async (ledger) => (await comparison(ledger))?.differencePercent,
  ),
  'invoice.change.largest.amount': amount(
    'The change that weighs most',
    async (ledger) => (await comparison(ledger))?.changes[0]?.difference,
  ),
  'invoice.change.largest.label': text(
    'Its name',
    async (ledger) => (await comparison(ledger))?.changes[0]?.label,
  ),
  'invoice.lastMonth.total': amount(
    'Total of the invoice issued last month',
    async (ledger) => (await issuedIn(ledger, 1))?.total,
  ),
  'invoice.lastMonth.number': text('Its number', async (ledger) => (await issuedIn(ledger, 1))?.number),
  'invoice.monthBeforeLast.total': amount(
    'Total of the invoice issued two months ago',
    async (ledger) => (await issuedIn(ledger, 2))?.total,
  ),
  'invoice.void.number': text('Number of the void invoice', async (ledger) => (await voided(ledger))?.number),
  'invoice.void.total': amount('Its total', async (ledger) => (await voided(ledger))?.total),
  'invoice.void.reason': text('Why it is void', async (ledger) => (await voided(ledger))?.voidReason),
};
