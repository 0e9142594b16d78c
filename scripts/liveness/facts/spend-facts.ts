import type { Payment } from '#lib/contract/bill.ts';
import type { Money } from '#lib/contract/money.ts';
import { billedInvoices, type Ledger, spendOver } from '../ledger.ts';
import { daysBefore, monthsBefore, type Range, sameDayMonthsBefore, yearOf } from './calendar.ts';
import { amount, day, type FactTable } from './fact.ts';

/** The periods people ask about, as they may be read. */
const RANGES: Record<string, { about: string; of: (today: string) => Range }> = {
  thisYear: { about: 'this year', of: (today) => yearOf(today) },
  lastYear: { about: 'last year', of: (today) => yearOf(today, 1) },
  thisMonth: { about: 'this month', of: (today) => ({ from: monthsBefore(today, 0).from, to: today }) },
  lastMonth: { about: 'last month', of: (today) => monthsBefore(today, 1) },
  last3Months: {
    about: 'three months up to today',
    of: (today) => ({ from: sameDayMonthsBefore(today, 3), to: today }),
  },
  last3FullMonths: {
    about: 'the last three whole months',
    of: (today) => ({ from: monthsBefore(today, 3).from, to: monthsBefore(today, 1).to }),
  },
  last3CalendarMonths: {
    about: 'this month and the two before',
    of: (today) => ({ from: monthsBefore(today, 2).from, to: today }),
  },
  last90Days: { about: '90 days up to today', of: (today) => ({ from: daysBefore(today, 90), to: today }) },
  last12Months: {
    about: 'twelve months up to today',
    of: (today) => ({ from: sameDayMonthsBefore(today, 12), to: today }),
  },
  recent: {
    about: 'the time since the first of the month three months ago',
    of: (today) => ({ from: monthsBefore(today, 3).from, to: today }),
  },
};
const FIELDS = ['billed', 'paid', 'refunded', 'tax', 'discount', 'averagePerMonth'] as const;

function spendFacts(): FactTable {
  return Object.fromEntries(
    Object.entries(RANGES).flatMap(([name, { about, of }]) =>
      FIELDS.map((field) => [
        `spend.${name}.${field}`,
        amount(`${field} in ${about}`, async (ledger) => (await spendOver(ledger, of(ledger.today)))[field]),
      ]),
    ),
  );
}

/** Successful payments whose money moved within a period, added up. */
async function paidWithin(ledger: Ledger, range: Range): Promise<Money> {
  const settled = (payment: Payment) => payment.settledOn ?? payment.startedOn;
  const payments = (await ledger.payments()).payments.filter(
    (payment) =>
      payment.status === 'succeeded' && settled(payment) >= range.from && settled(payment) <= range.to,
  );
  return {
    amountMinor: payments.reduce((sum, payment) => sum + payment.amount.amountMinor, 0),
    currency: ledger.currency,
  };
}

async function lastInvoices(ledger: Ledger, count: number): Promise<Money> {
  const invoices = (await billedInvoices(ledger)).slice(0, count);
  return {
    amountMinor: invoices.reduce((sum, invoice) => sum + invoice.total.amountMinor, 0),
    currency: ledger.currency,
  };
}

function upcoming(ledger: Ledger) {
  return ledger.upcoming();
}

export const SPEND_FACTS: FactTable = {
  ...spendFacts(),
  'spend.recent.from': day('The first of the month three months ago', (ledger) =>
    Promise.resolve(monthsBefore(ledger.today, 3).from),
  ),
  'spend.last3Invoices': amount('The last three invoices together', (ledger) => lastInvoices(ledger, 3)),
  'payment.lastMonth.total': amount('Payments that succeeded last month', (ledger) =>
    paidWithin(ledger, monthsBefore(ledger.today, 1)),
  ),
  'payment.thisMonth.total': amount('Payments that succeeded this month', (ledger) =>
    paidWithin(ledger, { from: monthsBefore(ledger.today, 0).from, to: ledger.today }),
  ),
  'upcoming.nextInvoiceOn': day(
    'When the next invoice comes',
    async (ledger) => (await upcoming(ledger)).nextInvoiceOn,
  ),
  'upcoming.estimatedTotal': amount(
    'What it is expected to come to',
    async (ledger) => (await upcoming(ledger)).estimatedTotal,
  ),
};
