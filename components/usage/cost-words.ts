import type { BudgetUnit } from '#lib/contract/usage.ts';

const MICRO = 1_000_000;
/** Below a dollar, costs of single turns would all read $0.00. */
const SMALL_DIGITS = 4;

/** `$12.30`, `$0.0041`, `less than $0.0001`: what a model's provider bills, which is in US dollars everywhere. */
export function costWords(microUsd: number, locale: string): string {
  const usd = microUsd / MICRO;
  const digits = usd !== 0 && usd < 1 ? SMALL_DIGITS : 2;
  const least = 10 ** -digits;
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 2,
    maximumFractionDigits: digits,
  });
  return usd > 0 && usd < least ? `less than ${format.format(least)}` : format.format(usd);
}

/** An amount of a budget, in its own unit. */
export function budgetWords(amount: number, unit: BudgetUnit, locale: string): string {
  return unit === 'tokens' ? `${countWords(amount, locale)} tokens` : costWords(amount, locale);
}

export function countWords(count: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(count);
}
