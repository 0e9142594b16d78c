import { z } from 'zod';

/** Decimal places of each currency the ledger knows (ISO 4217). */
export const CURRENCY_EXPONENT = { EUR: 2, USD: 2, GBP: 2, CHF: 2, JPY: 0 } as const;

export const currencySchema = z.enum(['EUR', 'USD', 'GBP', 'CHF', 'JPY']);
export type Currency = z.infer<typeof currencySchema>;

/** An amount in minor units (cents; whole yen), always a safe integer, never a float. */
export const moneySchema = z.strictObject({ amountMinor: z.int(), currency: currencySchema });
export type Money = z.infer<typeof moneySchema>;

/** `{amountMinor: 4000, currency: 'EUR'}` in `de-DE` → `40,00 €`. */
export function formatMoney(money: Money, locale: string): string {
  const exponent = CURRENCY_EXPONENT[money.currency];
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  }).format(money.amountMinor / 10 ** exponent);
}

export function negateMoney(money: Money): Money {
  return { amountMinor: money.amountMinor === 0 ? 0 : -money.amountMinor, currency: money.currency };
}
