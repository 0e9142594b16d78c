import 'server-only';
import type { Mention, Reading } from './mention.ts';
import { MONTH_NUMBER, MONTH_PATTERN } from './months.ts';
import { takeOut } from './take-out.ts';

type Part = { from: number; to: number; year: string | undefined; month: number; day: number };
type Notation = { pattern: RegExp; read: (match: RegExpExecArray, reading: Reading) => Part[] };

const YEAR = String.raw`(?:,? (?:de |del )?(\d{4})(?!\d)|,? '(\d{2})(?!\d))?`;
const ORDINAL = String.raw`(?:\.|st|nd|rd|th|er|º|°)?`;
/** A point after the name belongs to it only where the date goes on: "12 nov. 2026". */
const MONTH = `(${MONTH_PATTERN})(?!\\p{L})(?:\\.(?=,? ?(?:de |del )?\\d))?`;
const START = String.raw`(?<![\p{L}\d.,/-])`;
const OF = '(?:of |de )?';

/** How a day is written, most specific first. A range names two. */
const NOTATIONS: readonly Notation[] = [
  {
    pattern: /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/gu,
    read: (match) => [whole(match, match[1], Number(match[2]), match[3])],
  },
  {
    pattern: /(?<!\d)(\d{4})年 ?(\d{1,2})月 ?(\d{1,2})日/gu,
    read: (match) => [whole(match, match[1], Number(match[2]), match[3])],
  },
  {
    // 1–30 November 2026
    pattern: new RegExp(
      `${START}(\\d{1,2})${ORDINAL}( ?(?:–|—|-|to|and|bis|und|al|a|y|au|et) ?)(\\d{1,2})${ORDINAL} ${OF}${MONTH}${YEAR}`,
      'dgiu',
    ),
    read: (match) => range(match, 1, 3, monthOf(match[4]), match[5] ?? match[6]),
  },
  {
    // November 1–30, 2026
    pattern: new RegExp(
      `(?<!\\p{L})${MONTH} (\\d{1,2})(?:st|nd|rd|th)?( ?(?:–|—|-|to) ?)(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)${YEAR}`,
      'dgiu',
    ),
    read: (match) => range(match, 2, 4, monthOf(match[1]), match[5] ?? match[6]),
  },
  {
    // 12 Nov 2026, 12. November, 12 de noviembre de 2026, 12th of November
    pattern: new RegExp(`${START}(\\d{1,2})${ORDINAL}[ -]${OF}${MONTH}(?:-(\\d{4})(?!\\d)|${YEAR})`, 'giu'),
    read: (match) => [whole(match, match[3] ?? match[4] ?? match[5], monthOf(match[2]), match[1])],
  },
  {
    // November 12, 2026
    pattern: new RegExp(
      `(?<!\\p{L})${MONTH} (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d%]|[.,:]\\d)${YEAR}`,
      'giu',
    ),
    read: (match) => [whole(match, match[3] ?? match[4], monthOf(match[1]), match[2])],
  },
  {
    // 12.11.2026, 12/11/2026, 12-11-26
    pattern: /(?<![\d.,/-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d-]|[./]\d)/gu,
    read: (match, { locale }) => numeric(match, locale),
  },
  {
    // am 12.11.
    pattern: /(?<=\b(?:am|vom|bis|zum|ab|dem|den) )(\d{1,2})\.(\d{1,2})\.(?!\d)/giu,
    read: (match) => [whole(match, undefined, Number(match[2]), match[1])],
  },
];

/** Every day that the text names, and the text with those places blanked. Expects the plain form. */
export function findDays(text: string, reading: Reading): { mentions: Mention[]; rest: string } {
  const mentions: Mention[] = [];
  let rest = text;
  for (const { pattern, read } of NOTATIONS) {
    rest = takeOut(rest, pattern, (match) => {
      // "12 may be charged" is no date; "12 may 2026" is Spanish.
      if (/\bmay\b(?!.*\d{4})/.test(match[0])) return false;
      const parts = read(match, reading).filter(({ month, day }) => month >= 1 && month <= 12 && day <= 31);
      for (const part of parts)
        mentions.push({ kind: 'date', start: part.from, end: part.to, days: daysOf(part, reading.today) });
      return parts.length > 0;
    });
  }
  return { mentions, rest };
}

function monthOf(name = ''): number {
  return MONTH_NUMBER.get(name.toLowerCase()) ?? 0;
}

function whole(
  match: RegExpExecArray,
  year: string | undefined,
  month: number,
  day: string | undefined,
): Part {
  return { from: match.index, to: match.index + match[0].trimEnd().length, year, month, day: Number(day) };
}

/** Two days, the first without a month of its own: each gets the place that names it. */
function range(
  match: RegExpExecArray,
  first: number,
  second: number,
  month: number,
  year: string | undefined,
): Part[] {
  const end = match.index + match[0].length;
  const cut = match.indices?.[first + 1] ?? [match.index, end];
  return [
    { from: match.index, to: cut[0], year, month, day: Number(match[first]) },
    { from: cut[1], to: end, year, month, day: Number(match[second]) },
  ];
}

/** 12/11/2026 is a December day for Americans; with points the day is always first. Where only one way gives a month, that one. */
function numeric(match: RegExpExecArray, locale: string): Part[] {
  const [first, second] = [Number(match[1]), Number(match[3])];
  const isMonthFirst = match[2] !== '.' && /^en-(?:US|PH)\b/.test(locale) ? first <= 12 : second > 12;
  const year = match[4]?.length === 2 ? `20${match[4]}` : match[4];
  const [month, day] = isMonthFirst ? [first, match[3]] : [second, match[1]];
  return [whole(match, year, month, day)];
}

/** None for a day that no calendar has. Without a year: the last such day and the next, whichever is meant. */
function daysOf({ year, month, day }: Part, today: string): string[] {
  if (year !== undefined) return isoDay(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  const thisYear = Number(today.slice(0, 4));
  const days = [-4, -3, -2, -1, 0, 1, 2, 3, 4].flatMap((more) => isoDay(thisYear + more, month, day));
  const last = days.findLast((one) => one <= today);
  const next = days.find((one) => one > today);
  return [last, next].filter((one) => one !== undefined);
}

function isoDay(year: number, month: number, day: number): string[] {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? [date.toISOString().slice(0, 10)] : [];
}
