import { CURRENCY_EXPONENT, type Currency } from '#lib/contract/money.ts';
import { blank, findDays } from './find-days.ts';
import type { Mention } from './values.ts';

const SPACE = '[ \\u00a0\\u202f]';
const NUMBER = `\\d{1,3}(?:[.,'’]\\d{3}|${SPACE}\\d{3}(?!\\d))+(?:[.,]\\d{1,2})?(?!\\d)|\\d+(?:[.,]\\d+)?`;
const SIGN = `(?<![\\d.,])`;
const CURRENCY = `(?:US\\$|A\\$|€|\\$|£|¥|CHF|EUR|USD|GBP|JPY|Fr\\.)`;
const CURRENCY_WORD = `(?:€|\\$|£|¥|CHF|EUR|USD|GBP|JPY|euros?|dollars?|dólares|pounds?|francs?|Franken|yen|円)`;
const UNIT =
  '(?:API[ -]calls?|calls?|API-Aufrufe|Aufrufe|llamadas|appels|GB|gigabytes?|Go|seats?|Plätze|Sitze|Sitzplätze|plazas|asientos|licencias|puestos|sièges|postes)';

/** Things that look like figures and are none: invoice numbers, handles, telephone numbers, masked cards. */
const NOT_FIGURES = [
  /(?<!\d)\d{4}-\d{1,6}(?!\d)/gu,
  /\b(?:inv|line|pay)_[a-z0-9]+/gu,
  /\+\d[\d ]{6,}/gu,
  /[•*x]{2,}\s?\d{4}/gu,
];

const KINDS: { pattern: RegExp; mention: (match: RegExpMatchArray, currency: Currency) => Mention | null }[] =
  [
    {
      pattern: new RegExp(
        `${SIGN}(${NUMBER})${SPACE}?(?:%|percent\\b|per cent\\b|Prozent\\b|por ciento\\b|pour ?cent\\b)`,
        'giu',
      ),
      mention: (match) => ({ kind: 'percent', ...place(match), ...plainNumber(match[1]) }),
    },
    {
      pattern: new RegExp(
        `(?:${CURRENCY}${SPACE}?[-−]?(${NUMBER}))|(?:${SIGN}(${NUMBER})${SPACE}?${CURRENCY_WORD}(?!\\p{L}))`,
        'giu',
      ),
      mention: (match, currency) => amount(match, match[1] ?? match[2], currency),
    },
    {
      pattern: new RegExp(`${SIGN}(${NUMBER})${SPACE}?(?:of the |de las |des )?${UNIT}(?!\\p{L})`, 'giu'),
      mention: (match) => ({ kind: 'quantity', ...place(match), ...plainNumber(match[1]) }),
    },
    {
      pattern:
        /\b(?:in|en|dans|dentro de|vor|hace|il y a|noch) (\d{1,3}) (?:days?|Tagen?|días?|jours?)\b|\b(\d{1,3}) (?:days?|Tage|días|jours) (?:from now|ago|left|overdue|late|überfällig)\b/giu,
      mention: (match) => ({ kind: 'days', ...place(match), count: Number(match[1] ?? match[2]) }),
    },
    {
      // 1,234.50 without a currency beside it
      pattern: new RegExp(
        `${SIGN}(\\d{1,3}(?:[.,'’]\\d{3})*[.,]\\d{2}|\\d+[.,]\\d{2})(?![\\d%]|[.,]\\d|${SPACE}?${UNIT})`,
        'giu',
      ),
      mention: (match, currency) =>
        CURRENCY_EXPONENT[currency] === 0 ? null : amount(match, match[1], currency),
    },
  ];

/** Every amount, percentage, quantity with a unit, count of days and day that a text states. Signs are dropped. */
export function findValues(text: string, currency: Currency): Mention[] {
  const { mentions, rest } = findDays(text);
  let left = rest;
  for (const pattern of NOT_FIGURES) left = left.replace(pattern, (found) => ' '.repeat(found.length));
  for (const { pattern, mention } of KINDS) {
    for (const match of left.matchAll(pattern)) {
      const found = mention(match, currency);
      if (found) mentions.push(found);
      left = blank(left, match.index, match[0].length);
    }
  }
  return mentions.toSorted((a, b) => a.start - b.start);
}

/** `1.234,5` → 1234.5 with one decimal; a lone group of three (`1.234`) is a thousand. */
export function plainNumber(text = ''): { value: number; decimals: number } {
  const compact = text.replace(/[ \u00a0\u202f'’]/gu, '');
  const last = Math.max(compact.lastIndexOf('.'), compact.lastIndexOf(','));
  if (last < 0) return { value: Number(compact), decimals: 0 };
  const fraction = compact.slice(last + 1);
  const isThousands = fraction.length === 3 && /^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(compact);
  if (isThousands) return { value: Number(compact.replace(/[.,]/g, '')), decimals: 0 };
  return {
    value: Number(`${compact.slice(0, last).replace(/[.,]/g, '')}.${fraction}`),
    decimals: fraction.length,
  };
}

function amount(match: RegExpMatchArray, text: string | undefined, currency: Currency): Mention {
  const minor = Math.round(plainNumber(text).value * 10 ** CURRENCY_EXPONENT[currency]);
  return { kind: 'amount', ...place(match), minor };
}

function place(match: RegExpMatchArray): { raw: string; start: number } {
  return { raw: match[0].trim(), start: match.index ?? 0 };
}
