import { BRAND } from '#lib/contract/brand.ts';
import { daysBefore, monthsBefore, sameDayMonthsBefore, yearOf } from './facts/calendar.ts';
import { addValues, type KnownValues, noValues } from './known-values.ts';
import { allInvoices, billedInvoices, type Ledger, spendOver } from './ledger.ts';

/** How far back totals, comparisons and usage are asked for. */
const MONTHS = 18;

/**
 * Every value the tenant's ledger holds: each document, and what the reader derives from them (each comparison of
 * two invoices, totals over the usual periods, usage by month). A value that is not in here is made up.
 * @param options.months how far back periods are asked for
 */
export async function wholeLedger(ledger: Ledger, { months = MONTHS } = {}): Promise<KnownValues> {
  const known = noValues(ledger.currency);
  const add = (dto: unknown) => addValues(known, dto);
  add(BRAND);
  add(await ledger.balance());
  add(await allInvoices(ledger));
  add(await ledger.payments());
  add(await ledger.plan());
  add(await ledger.upcoming());
  add(await ledger.details());
  add(await ledger.usage());
  for (const month of monthsUpTo(ledger.today, months)) add(await ledger.usageIn(month));
  for (const range of rangesUpTo(ledger.today, months)) add(await spendOver(ledger, range));
  for (const ids of await pairs(ledger)) add(await ledger.compared(ids));
  return known;
}

function monthsUpTo(today: string, months: number): string[] {
  return Array.from({ length: months }, (_, back) => monthsBefore(today, back).from.slice(0, 7));
}

function rangesUpTo(today: string, months: number) {
  const back = Array.from({ length: months }, (_, index) => index);
  const thisMonth = monthsBefore(today, 0);
  return [
    yearOf(today),
    yearOf(today, 1),
    { from: yearOf(today).from, to: `${today.slice(0, 4)}-12-31` },
    { from: daysBefore(today, 3_650), to: today },
    ...[7, 10, 14, 28, 30, 60, 90, 180, 365].map((days) => ({ from: daysBefore(today, days), to: today })),
    ...back.map((ago) => monthsBefore(today, ago)),
    ...back.map((ago) => ({ from: monthsBefore(today, ago).from, to: today })),
    ...back.map((ago) => ({ from: monthsBefore(today, ago).from, to: thisMonth.to })),
    ...back.slice(1).map((ago) => ({ from: sameDayMonthsBefore(today, ago), to: today })),
    ...back.slice(1).map((ago) => ({ from: monthsBefore(today, ago).from, to: monthsBefore(today, 1).to })),
  ];
}

/** Each two neighbours, and each invoice of the last year beside the latest. */
async function pairs(ledger: Ledger): Promise<string[]> {
  const ids = (await billedInvoices(ledger)).slice(0, 13).map((invoice) => invoice.id);
  const neighbours = ids.slice(1).map((older, index) => `${ids[index]} ${older}`);
  const withLatest = ids.slice(2).map((older) => `${ids[0]} ${older}`);
  return [...neighbours, ...withLatest];
}
