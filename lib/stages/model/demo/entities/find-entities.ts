import 'server-only';
import { repaired } from '../concepts.ts';
import { fold, words as wordsOf } from '../normalise.ts';
import { repair } from '../spelling.ts';
import type { Entities, Language } from '../types.ts';
import { findAmounts } from './amounts.ts';
import { digitise } from './number-words.ts';
import { findPeriods } from './periods.ts';
import { findReferences } from './references.ts';

/** Words that stand on invoice lines, and what to search for when a person uses them. */
const LINE_WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /\bdev(?:eloper)? mode\b|\bentwicklermodus\b|\bmodo desarrollador\b|\bmode developpeur\b/,
    'Developer mode',
  ],
  [/\bpriority support\b/, 'Priority support'],
  [/\bapi\b/, 'API calls'],
  [/\bstorage\b|\bspeicher|\balmacenamiento\b|\bstockage\b/, 'Storage'],
];
/** "The last three invoices": a count, and no period. */
const SOME = '(?:last|latest|past|most recent|newest|previous|letzten|neuesten|ultimas|dernieres)';
const BILLS = '(?:invoices|bills|statements|rechnungen|facturas|factures)';
const COUNT = new RegExp(`\\b(?:${SOME} (\\d{1,2}) (?:\\w+ )?${BILLS}|(\\d{1,2}) ${SOME} ${BILLS})\\b`);
const DATE = /(?<!\d)(?:(20\d\d)-(\d{2})-(\d{2})|(\d{1,2})[./](\d{1,2})[./](20\d\d))(?!\d)/g;

/** Everything a text names: amounts, invoices, periods, meters, words of a line. `shift` as in `findReferences`. */
export function findEntities(raw: string, language: Language, today: string): Entities & { shift: number } {
  const plain = wordsOf(raw);
  const words = digitise(repaired(plain, language));
  const { invoices, shift } = findReferences(raw, words);
  const text = words.join(' ');
  const quoted = /["“„«]([^"”“»]{2,80})["”“»]/.exec(raw)?.[1]?.trim();
  const isQuoted = quoted !== undefined && /\p{L}/u.test(quoted);
  const lineWords = isQuoted ? quoted : LINE_WORDS.find(([pattern]) => pattern.test(text))?.[1];
  const dated = datePeriods(fold(raw), today);
  const counted = COUNT.exec(text);
  const count = counted ? Number(counted[1] ?? counted[2]) : undefined;
  const isCalls = /\bapi\b/.test(text);
  const isStorage = /\b(?:storage|gigabytes?|gigs?|gb|disk|speicher\w*|almacenamiento|stockage)\b/.test(text);
  // Both of them are all there is.
  const meter = isCalls === isStorage ? undefined : isCalls ? 'api_calls' : 'storage_gb';
  return {
    amounts: findAmounts(withDigits(raw, plain, language)),
    invoices,
    periods: dated.length > 0 ? dated : findPeriods(words, today),
    shift,
    ...(count === undefined || count < 2 ? {} : { count: Math.min(count, 24) }),
    ...(meter ? { meter } : {}),
    ...(lineWords ? { text: lineWords } : {}),
    ...(isQuoted ? { isQuoted: true } : {}),
  };
}

/** The text with its words repaired; where it names a number in words only, the digits follow. */
function withDigits(raw: string, plain: readonly string[], language: Language): string {
  const repairedText = fold(raw).replace(/[a-z]{4,}/g, (word) => repair(word, language));
  if (/\d/.test(raw)) return repairedText;
  return `${repairedText} . ${digitise(repaired(plain, language)).join(' ')}`;
}

function datePeriods(text: string, today: string): { from: string; to: string }[] {
  const days = [...text.matchAll(DATE)].map(([, year, month, day, first, second, late]) => {
    if (year) return `${year}-${month}-${day}`;
    const [a, b] = [Number(first), Number(second)];
    const [dayOf, monthOf] = b > 12 ? [b, a] : [a, b];
    return `${late}-${String(monthOf).padStart(2, '0')}-${String(dayOf).padStart(2, '0')}`;
  });
  const valid = days.filter((day) => !Number.isNaN(Date.parse(day)));
  const [from, to] = valid;
  if (from && to) return [from < to ? { from, to } : { from: to, to: from }];
  if (!from) return [];
  return [/\b(?:since|seit|ab|desde|depuis|from)\b/.test(text) ? { from, to: today } : { from, to: from }];
}
