import type { Currency } from '#lib/contract/money.ts';
import { isSameDay } from './find-days.ts';
import { findValues } from './find-values.ts';
import type { Mention, PartialDay } from './values.ts';

/** Values that stand in cards, in a ledger or in what a person typed. Amounts are minor units without a sign. */
export type KnownValues = {
  readonly currency: Currency;
  readonly amounts: Set<number>;
  readonly days: Set<string>;
  readonly partialDays: PartialDay[];
  readonly percents: Set<number>;
  /** Rates that must be stated as they are: a tax of 8.25 % is not one of 8.3 %. */
  readonly exactPercents: Set<number>;
  readonly quantities: Set<number>;
};

export function noValues(currency: Currency): KnownValues {
  return {
    currency,
    amounts: new Set(),
    days: new Set(),
    partialDays: [],
    percents: new Set(),
    exactPercents: new Set(),
    quantities: new Set(),
  };
}

/** Adds every value that stands anywhere in a DTO: money, days, numbers, and values written inside its texts. */
export function addValues(known: KnownValues, dto: unknown, key = ''): void {
  if (typeof dto === 'number') return addNumber(known, dto, key);
  if (typeof dto === 'string') return addText(known, dto);
  if (Array.isArray(dto)) {
    known.quantities.add(dto.length);
    for (const item of dto) addValues(known, item, key);
    return;
  }
  if (typeof dto !== 'object' || dto === null) return;
  const fields: Record<string, unknown> = { ...dto };
  if (typeof fields.amountMinor === 'number') {
    known.amounts.add(Math.abs(fields.amountMinor));
    return;
  }
  for (const [name, value] of Object.entries(fields)) addValues(known, value, name);
  addDerived(known, fields);
}

/** Adds the values a free text states: what a person typed, a line's reason, a memo. */
export function addText(known: KnownValues, text: string): void {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    known.days.add(text);
    return;
  }
  for (const mention of findValues(text, known.currency)) {
    if (mention.kind === 'amount') known.amounts.add(mention.minor);
    if (mention.kind === 'percent') known.exactPercents.add(mention.value);
    if (mention.kind === 'quantity') known.quantities.add(mention.value);
    if (mention.kind === 'days') known.quantities.add(mention.count);
    if (mention.kind === 'day') known.partialDays.push(...mention.candidates);
  }
}

/** Whether a value stated in an answer is among the known ones. `today` turns "in 5 days" into a day. */
export function isKnown(known: KnownValues, mention: Mention, today: string): boolean {
  switch (mention.kind) {
    case 'amount':
      return mention.minor === 0 || known.amounts.has(mention.minor);
    case 'percent':
      return (
        known.exactPercents.has(mention.value) ||
        someRoundsTo(known.percents, mention.value, mention.decimals)
      );
    case 'quantity':
      return someRoundsTo(known.quantities, mention.value, mention.decimals);
    case 'days':
      return (
        known.quantities.has(mention.count) ||
        [...known.days].some((day) => Math.abs(daysBetween(today, day)) === mention.count)
      );
    case 'day':
      return mention.candidates.some(
        (candidate) =>
          isSameDay(today, candidate) ||
          [...known.days].some((day) => isSameDay(day, candidate)) ||
          known.partialDays.some((day) => isSamePartial(withYear(day, today), candidate)),
      );
  }
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function addNumber(known: KnownValues, value: number, key: string): void {
  if (/^(ratePercent|percentOff)$/.test(key)) known.exactPercents.add(Math.abs(value));
  else if (/percent/i.test(key)) known.percents.add(Math.abs(value));
  else known.quantities.add(Math.abs(value));
}

/** What people say about a meter or a list of seats without a field of its own: shares, differences, counts. */
function addDerived(known: KnownValues, fields: Record<string, unknown>): void {
  const { used, included, projected, previousUsed, seats } = fields;
  if (typeof used === 'number' && typeof included === 'number') {
    known.quantities.add(Math.abs(included - used));
    if (included > 0) {
      known.percents.add((used / included) * 100);
      if (typeof projected === 'number') known.percents.add((projected / included) * 100);
    }
    if (typeof previousUsed === 'number') {
      known.quantities.add(Math.abs(used - previousUsed));
      if (previousUsed > 0) known.percents.add(Math.abs(used / previousUsed - 1) * 100);
    }
  }
  if (Array.isArray(seats)) known.quantities.add(seats.filter(isActive).length);
}

function isActive(seat: unknown): boolean {
  return typeof seat === 'object' && seat !== null && (!('removedOn' in seat) || seat.removedOn === null);
}

/** A day written without its year is the latest such day that is not more than a month ahead. */
function withYear(day: PartialDay, today: string): PartialDay {
  if (day.year !== null) return day;
  const thisYear = Number(today.slice(0, 4));
  const ahead = (Date.UTC(thisYear, day.month - 1, day.day) - Date.parse(today)) / 86_400_000;
  return { ...day, year: ahead > 31 ? thisYear - 1 : thisYear };
}

function isSamePartial(a: PartialDay, b: PartialDay): boolean {
  return a.month === b.month && a.day === b.day && (a.year === null || b.year === null || a.year === b.year);
}

/** A stated figure may be rounded, never to fewer than the decimals shown. */
function someRoundsTo(values: Set<number>, stated: number, decimals: number): boolean {
  const scale = 10 ** decimals;
  return [...values].some(
    (value) => Math.round(value * scale) === Math.round(stated * scale) || Math.abs(value - stated) < 1e-9,
  );
}
