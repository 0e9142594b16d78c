import 'server-only';
import { BRAND } from '#lib/contract/brand.ts';
import { formatDay } from '#lib/contract/dates.ts';
import { isPlanCode } from './catalogue.ts';

// Reasons are plain English in every tenant's ledger; only amounts are written in the tenant's own way.

function english(locale: string): string {
  return locale.startsWith('en') ? locale : 'en-GB';
}

/** `20 Oct 2026`, or `Oct 20, 2026` for American readers. */
export function sayDay(day: string, locale: string): string {
  return formatDay(day, english(locale));
}

/** `1 Oct 2026 to 31 Oct 2026` */
export function sayPeriod(from: string, to: string, locale: string): string {
  return `${sayDay(from, locale)} to ${sayDay(to, locale)}`;
}

/** `10,412` */
export function sayCount(count: number, locale: string): string {
  return new Intl.NumberFormat(english(locale)).format(count);
}

/** `Downgraded from Team to Starter` */
export function sayDowngrade(from: string, to: string): string {
  const name = (code: string) => (isPlanCode(code) ? BRAND.plans[code] : code);
  return `Downgraded from ${name(from)} to ${name(to)}`;
}
