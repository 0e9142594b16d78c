import type { Invoice, InvoiceSummary } from '#lib/contract/bill.ts';
import { billedInvoices, invoiceBack, type Ledger } from '../ledger.ts';
import { monthsBefore } from './calendar.ts';
import { amount, day, type FactTable, percent, status, text } from './fact.ts';

const NAMES = ['latest', 'previous', 'beforePrevious'] as const;

/** The facts of one of the newest invoices, void ones left out. */
function invoiceFacts(name: (typeof NAMES)[number]): FactTable {
  const places = NAMES.indexOf(name);
  const which = ['the latest invoice', 'the invoice before the latest', 'the one before that'][places];
  const of =
    <T>(pick: (invoice: Invoice) => T) =>
    async (ledger: Ledger) => {
      const invoice = await invoiceBack(ledger, places);
      return invoice ? pick(invoice) : null;
    };
  const key = (field: string) => `invoice.${name}.${field}`;
  return {
    [key('number')]: text(
      `Number of ${which}`,
      of((invoice) => invoice.number),
    ),
    [key('total')]: amount(
      `Total of ${which}`,
      of((invoice) => invoice.total),
    ),
    [key('due')]: amount(
      `Still to be paid on ${which}`,
      of((invoice) => invoice.due),
    ),
    [key('subtotal')]: amount(
      `Charges before discounts and tax on ${which}`,
      of((invoice) => invoice.subtotal),
    ),
    [key('discount')]: amount(
      `Discount on ${which}`,
      of((invoice) => invoice.discount),
    ),
    [key('credit')]: amount(
      `Credit used on ${which}`,
      of((invoice) => invoice.credit),
    ),
    [key('paid')]: amount(
      `Paid on ${which}`,
      of((invoice) => invoice.paid),
    ),
    [key('tax')]: amount(
      `Tax on ${which}`,
      of((invoice) => invoice.tax.amount),
    ),
    [key('taxRate')]: percent(
      `Tax rate of ${which}`,
      of((invoice) => invoice.tax.ratePercent),
    ),
    [key('issuedOn')]: day(
      `Issue date of ${which}`,
      of((invoice) => invoice.issuedOn),
    ),
    [key('dueOn')]: day(
      `Due date of ${which}`,
      of((invoice) => invoice.dueOn),
    ),
    [key('paidOn')]: day(
      `Day on which ${which} was paid`,
      of((invoice) => invoice.paidOn),
    ),
    [key('periodStart')]: day(
      `First day ${which} covers`,
      of((invoice) => invoice.periodStart),
    ),
    [key('periodEnd')]: day(
      `Last day ${which} covers`,
      of((invoice) => invoice.periodEnd),
    ),
    [key('status')]: status(
      `Status of ${which}`,
      of((invoice) => invoice.status),
    ),
  };
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
