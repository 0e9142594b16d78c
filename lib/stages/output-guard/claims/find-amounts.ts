import 'server-only';
import { CURRENCY_EXPONENT, type Currency } from '#lib/contract/money.ts';
import { NUMBER_PATTERN, readNumber, TIGHT_NUMBER_PATTERN } from '#lib/kernel/read-number.ts';
import type { Mention, Reading } from './mention.ts';
import {
  CENT_WORDS,
  CURRENCY_SIGNS,
  CURRENCY_WORDS,
  MULTIPLIERS,
  NOT_FIGURES,
  OTHER_UNITS,
} from './policy.ts';
import { takeOut } from './take-out.ts';

const escaped = (sign: string): string => sign.replace(/[$.]/g, '\\$&');
const longestFirst = (names: readonly string[]): string =>
  names
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');

const SIGN = `(?:${longestFirst(Object.keys(CURRENCY_SIGNS))})`;
const WORD = `(?:(?<!\\p{L})(?:${longestFirst(Object.keys(CURRENCY_WORDS))})(?!\\p{L}))`;
const CURRENCY = `(${SIGN}|${WORD})`;
/** Emphasis may stand between a number and its currency. */
const GAP = '[*_~`]{0,3} ?[*_~`]{0,3}';
const TIMES = `(?: ?(${longestFirst(Object.keys(MULTIPLIERS))})(?![\\p{L}\\p{N}])\\.?)?`;
const FREE = "(?<![\\d\\p{L}]|\\d[.,'])";

type Notation = {
  pattern: RegExp;
  read: (match: RegExpExecArray, currency: Currency) => { minor: number | null; currency: Currency | null };
};

/** How an amount is written, most specific first. */
const NOTATIONS: readonly Notation[] = [
  {
    // €1,234.50 · EUR 40 · -$12 · €-5
    pattern: new RegExp(`-?${CURRENCY}${GAP}-?(${TIGHT_NUMBER_PATTERN})${TIMES}`, 'giu'),
    read: (match) => money(match[2], match[3], currencyOf(match[1])),
  },
  {
    // 1.234,50 € · 40 euros · 1.2k USD · 2 million dollars
    pattern: new RegExp(`${FREE}-?(${NUMBER_PATTERN})${TIMES}(?: of| de)?${GAP}${CURRENCY}`, 'giu'),
    read: (match) => money(match[1], match[2], currencyOf(match[3])),
  },
  {
    pattern: new RegExp(`${FREE}-?(${NUMBER_PATTERN}) ?(?:${CENT_WORDS.join('|')})(?!\\p{L})`, 'giu'),
    read: (match, currency) => hundredths(match[1], currency),
  },
  {
    // 1,234.50 without a currency beside it
    pattern: new RegExp(
      `${FREE}-?(\\d{1,3}(?:[.,' ]\\d{3}){0,5}[.,]\\d{2}|\\d{1,15}[.,]\\d{2})(?![\\d\\p{L}%]|[.,]\\d| ?${OTHER_UNITS})`,
      'giu',
    ),
    read: (match, currency) => money(match[1], undefined, currency),
  },
];

/** Every amount of money that the text states. Expects the plain form without its days. */
export function findAmounts(text: string, { currency }: Reading): Mention[] {
  const mentions: Mention[] = [];
  let rest = NOT_FIGURES.reduce((left, pattern) => takeOut(left, pattern, () => true), text);
  const usable = CURRENCY_EXPONENT[currency] === 0 ? NOTATIONS.slice(0, 2) : NOTATIONS;
  for (const { pattern, read } of usable) {
    rest = takeOut(rest, pattern, (match) => {
      const end = match.index + match[0].length;
      mentions.push({ kind: 'amount', start: match.index, end, ...read(match, currency) });
      return true;
    });
  }
  return mentions;
}

function currencyOf(mark = ''): Currency | null {
  return CURRENCY_SIGNS[mark.toUpperCase()] ?? CURRENCY_WORDS[mark.toLowerCase()] ?? null;
}

function money(number: string | undefined, times: string | undefined, currency: Currency | null) {
  if (currency === null) return { minor: null, currency };
  const power = CURRENCY_EXPONENT[currency] + (MULTIPLIERS[(times ?? '').toLowerCase()] ?? 0);
  const minors = readNumber(number ?? '').map((decimal) => shift(decimal, power));
  return { minor: minors.find((minor) => minor !== null) ?? null, currency };
}

function hundredths(number: string | undefined, currency: Currency) {
  return { minor: shift(readNumber(number ?? '')[0] ?? '', 0), currency };
}

/** `12.5` by two places is 1250; null where something would be cut off or is too large to be an amount. */
function shift(decimal: string, places: number): number | null {
  const [whole = '', fraction = ''] = decimal.split('.');
  if (whole === '' || fraction.length > places) return null;
  const minor = Number(whole + fraction.padEnd(places, '0'));
  return Number.isSafeInteger(minor) ? minor : null;
}
