import { CURRENCY_EXPONENT, formatMoney } from '#lib/contract/money.ts';
import { formatDay } from '#lib/contract/dates.ts';
import { resolveFact } from './facts/fact-names.ts';
import type { Ledger } from './ledger.ts';
import type { FactValue } from './values.ts';

/** `{invoice.previous.issuedOn:month}`: a fact in a person's own words, so that a dialogue holds on any day. */
const PLACEHOLDER = /\{([a-z][\w.]*)(?::(plain|month|dayMonth))?\}/giu;

export function placeholdersIn(say: string): string[] {
  return [...say.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
}

/** The sentence as this tenant's customer would type it. @throws RangeError where this ledger has no such thing. */
export async function fillIn(say: string, ledger: Ledger): Promise<string> {
  let filled = say;
  for (const match of say.matchAll(PLACEHOLDER)) {
    const [whole, name = '', form] = match;
    const value = await resolveFact(name, ledger);
    if (!value) throw new RangeError(`This ledger has no ${name}.`);
    filled = filled.replace(whole, written(value, form, ledger.locale));
  }
  return filled;
}

function written(value: FactValue, form: string | undefined, locale: string): string {
  switch (value.kind) {
    case 'amount':
      if (form === 'plain') {
        const exponent = CURRENCY_EXPONENT[value.currency];
        return (value.minor / 10 ** exponent).toFixed(exponent);
      }
      return formatMoney({ amountMinor: value.minor, currency: value.currency }, locale);
    case 'day':
      if (form === 'month') return dayIn('en-IE', value.day, { month: 'long' });
      if (form === 'dayMonth') return dayIn('en-IE', value.day, { day: 'numeric', month: 'long' });
      return formatDay(value.day, locale);
    case 'percent':
      return `${value.value} %`;
    case 'quantity':
      return String(value.value);
    case 'status':
      return value.status;
    case 'text':
      return value.text;
    case 'words':
      throw new RangeError('A wording has no value to fill in.');
  }
}

function dayIn(locale: string, day: string, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
