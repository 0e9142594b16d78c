import { MONTH_NUMBER, MONTH_PATTERN } from './month-names.ts';
import type { Mention, PartialDay } from './values.ts';

type Found = { mentions: Mention[]; rest: string };
type Notation = { pattern: RegExp; days: (groups: (string | undefined)[]) => (PartialDay[] | null)[] };

const YEAR = String.raw`(?:,?\s+(?:de\s+|del\s+)?(\d{4}))?`;
const ORDINAL = String.raw`(?:\.|st|nd|rd|th|er|º)?`;
const MONTH = `(${MONTH_PATTERN})`;
const END = String.raw`(?![\p{L}\d])`;
const START = String.raw`(?<![\p{L}\d.,-])`;

/** How a day is written, most specific first. Each match may name several days (a range). */
const NOTATIONS: Notation[] = [
  {
    pattern: /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/gu,
    days: ([year, month, day]) => [[partial(year, Number(month), day)]],
  },
  {
    // 1–30 November 2026
    pattern: new RegExp(
      `${START}(\\d{1,2})${ORDINAL}\\s?(?:–|-|to|bis|al|au)\\s?(\\d{1,2})${ORDINAL}\\s+(?:of\\s+|de\\s+)?${MONTH}\\.?${YEAR}${END}`,
      'giu',
    ),
    days: ([first, last, month, year]) => [[named(first, month, year)], [named(last, month, year)]],
  },
  {
    // 12 Nov 2026, 12. November, 12 de noviembre de 2026
    pattern: new RegExp(`${START}(\\d{1,2})${ORDINAL}\\s+(?:of\\s+|de\\s+)?${MONTH}\\.?${YEAR}${END}`, 'giu'),
    days: ([day, month, year]) => [[named(day, month, year)]],
  },
  {
    // November 12, 2026
    pattern: new RegExp(
      `(?<![\\p{L}])${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?(?![\\p{L}\\d]|[.,]\\d)`,
      'giu',
    ),
    days: ([month, day, year]) => [[named(day, month, year)]],
  },
  {
    // 12/11/2026 and 11/12/2026, 12.11.2026
    pattern: /(?<![\d.,])(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)/gu,
    days: ([a, b, year]) => [[partial(year, Number(b), a), partial(year, Number(a), b)]],
  },
];

/** Every day the text names, and the text with those places blanked (same length). */
export function findDays(text: string): Found {
  const mentions: Mention[] = [];
  let rest = text;
  for (const { pattern, days } of NOTATIONS) {
    for (const match of rest.matchAll(pattern)) {
      // "12 may be charged" is no date.
      if (/\bmay\b/.test(match[0])) continue;
      for (const found of days(match.slice(1))) {
        const candidates = (found ?? []).filter(isPossible);
        if (candidates.length > 0)
          mentions.push({ kind: 'day', raw: match[0].trim(), start: match.index, candidates });
      }
      rest = blank(rest, match.index, match[0].length);
    }
  }
  return { mentions, rest };
}

/** The same text with `length` characters from `start` replaced by spaces. */
export function blank(text: string, start: number, length: number): string {
  return text.slice(0, start) + ' '.repeat(length) + text.slice(start + length);
}

export function isSameDay(day: string, candidate: PartialDay): boolean {
  const [year, month, date] = day.split('-').map(Number);
  return (
    month === candidate.month &&
    date === candidate.day &&
    (candidate.year === null || candidate.year === year)
  );
}

function partial(year: string | undefined, month: number, day: string | undefined): PartialDay {
  return { year: year ? Number(year) : null, month, day: Number(day) };
}

function named(day: string | undefined, month: string | undefined, year: string | undefined): PartialDay {
  return partial(year, MONTH_NUMBER.get((month ?? '').toLowerCase()) ?? 0, day);
}

function isPossible({ month, day }: PartialDay): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
