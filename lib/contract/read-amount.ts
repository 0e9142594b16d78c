import { CURRENCY_EXPONENT, currencySchema } from './money.ts';

/**
 * An amount as a person writes it, in minor units: `1,200.50`, `1.200,50`, `1'200.50`, `40`. The last separator with one
 * or two digits behind it is the decimal one; the others group. Null when it is no amount or too large to be one.
 */
export function toMinorUnits(text: string, currency: string): number | null {
  const known = currencySchema.safeParse(currency);
  if (!known.success) return null;
  const exponent = CURRENCY_EXPONENT[known.data];
  const plain = text.replace(/[\s']/g, '');
  const decimal = exponent > 0 ? /^(.*)[.,](\d{1,2})$/.exec(plain) : null;
  const whole = (decimal?.[1] ?? plain).replace(/[.,]/g, '');
  const fraction = (decimal?.[2] ?? '').padEnd(exponent, '0');
  if (!/^\d{1,11}$/.test(whole)) return null;
  return Number(whole + fraction);
}
