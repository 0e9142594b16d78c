import 'server-only';
import { CARD_BRANDS } from './card-brands.ts';
import { passesEan, passesLuhn } from './check-digits.ts';
import { type FoundLabel, labelBefore, labelOf } from './label-before.ts';
import type { DigitGroup, Stretch } from './span.ts';

type Brand = (typeof CARD_BRANDS)[number];
type Row = { from: number; last: number; digits: string };

const SHORTEST = 12;
const LONGEST = 19;
/** From so many digits on, equal groups before or after may be another card. */
const WHOLE = 16;
const ONE_DIGIT_REPEATED = /^(.)\1*$/;
/** Card number, expiry and security code in one row: so many digits may follow the number. */
const MOST_AFTER = 8;
const GAP = /^[ \t\n.\-_/|,*:]{1,3}$/;
const MOST_GLUED = 20;
/** A date or an amount; beside other separators it shows that a row of digits is not one number. */
const DATE_OR_AMOUNT =
  /(?<!\d)(?:\d{1,2}([.\-/])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d([.\-/])\d{1,2}\2\d{1,2}|\d+[.,]\d\d)(?!\d)/;

/** The brands by a number's first digits, so that no number is compared with every brand. */
const HEAD = 4;
const BY_HEAD: readonly Brand[][] = Array.from({ length: 10 ** HEAD }, (_, head) =>
  CARD_BRANDS.filter(({ from, to }) => {
    const start = Number(String(head).padStart(HEAD, '0').slice(0, String(from).length));
    return start >= from && start <= to;
  }),
);

/** Payment card numbers: known start, a length it is issued in, Luhn; in any digits, spaced or dashed. */
export function findCards(text: string, groups: readonly DigitGroup[]): Stretch[] {
  const found: Stretch[] = [];
  for (let index = 0; index < groups.length; index += 1) {
    const last = cardFrom(text, groups, index);
    const first = groups[index];
    if (last === undefined || !first) continue;
    found.push({ start: first.start, end: groups[last]?.end ?? first.end });
    index = last;
  }
  return found;
}

/** The index of the last group of the longest card number that starts with this group. */
function cardFrom(text: string, groups: readonly DigitGroup[], from: number): number | undefined {
  if (!startsNumber(text, groups, from)) return undefined;
  let digits = '';
  let found: number | undefined;
  let before: FoundLabel | undefined | null = null;
  for (let at = from; at < groups.length; at += 1) {
    if (at > from && !isJoined(groups[at])) break;
    digits += groups[at]?.digits ?? '';
    if (digits.length > LONGEST) break;
    if (digits.length < SHORTEST || !passesLuhn(digits)) continue;
    const row = { from, last: at, digits };
    before = before === null ? labelBefore(text, groups[from]?.start ?? 0) : before;
    if (isCard(text, groups, row, before) && isOneNumber(text, groups, row)) found = at;
  }
  return found;
}

/** Whether the groups of a row can belong together, and nothing beside them does. */
function isOneNumber(text: string, groups: readonly DigitGroup[], row: Row): boolean {
  if (ONE_DIGIT_REPEATED.test(row.digits)) return false;
  if (isInsideRow(groups, row) || !endsNumber(groups, row)) return false;
  if (row.from === row.last) return true;
  const written = text.slice(groups[row.from]?.start, groups[row.last]?.end);
  const isMixed = hasSeveralGaps(groups, row);
  if (isMixed && DATE_OR_AMOUNT.test(written)) return false;
  // Commas and bars part the numbers of a list or a table.
  return !/[,|]/.test(written) || (!isMixed && hasCardGroups(groups, row));
}

function isCard(
  text: string,
  groups: readonly DigitGroup[],
  row: Row,
  before: FoundLabel | undefined,
): boolean {
  if (before?.label === 'card') return true;
  const brands = brandsOf(row.digits);
  if (brands.length === 0) return false;
  if (hasCardGroups(groups, row)) return true;
  const isOrder = before?.isTight === true && (before.label === 'order' || before.label === 'digest');
  if (text[(groups[row.from]?.start ?? 0) - 1] === '#' || (isOrder && !before.word.startsWith('acc')))
    return false;
  return brands.some(({ isWeak }) => !isWeak) && !passesEan(row.digits);
}

function brandsOf(digits: string): readonly Brand[] {
  const brands = BY_HEAD[Number(digits.slice(0, HEAD))] ?? [];
  return brands.filter(({ lengths }) => lengths.some((length) => length === digits.length));
}

/** 4-4-4-4 and what is left over, or the 4-6-5 and 4-6-4 of American Express and Diners Club. */
function hasCardGroups(groups: readonly DigitGroup[], { from, last }: Row): boolean {
  const sizes = groups
    .slice(from, last + 1)
    .map(({ digits }) => digits.length)
    .join('-');
  return /^(?:4-4-4(?:-[1-4])?|4-4-5|4-4-4-4-[1-3]|4-6-[45]|6-13)$/.test(sizes);
}

/** Whether more than one kind of separator stands between the groups. */
function hasSeveralGaps(groups: readonly DigitGroup[], { from, last }: Row): boolean {
  return new Set(groups.slice(from + 1, last + 1).map(({ gap }) => gap)).size > 1;
}

function isJoined(group: DigitGroup | undefined): boolean {
  if (!group || group.gap.length > 3) return false;
  return group.gap === ' ' || group.gap === '-' || GAP.test(group.gap);
}

/** Digits glued to a word are a part of it, such as an invoice's, unless the word says card or has no cases. */
function startsNumber(text: string, groups: readonly DigitGroup[], index: number): boolean {
  const group = groups[index];
  const before = groups[index - 1];
  if (!group) return false;
  // Single digits and pairs: a number of them starts where the row does.
  if (before && group.digits.length <= 2 && before.digits.length === group.digits.length && isJoined(group))
    return false; // prettier-ignore
  if (group.gap === '-' || group.gap === '_') return true;
  const word = wordBefore(text, group.start);
  if (word === '') return text[group.start - 1] !== '+';
  const label = labelOf(word.toLowerCase());
  if (label !== undefined) return label === 'card';
  return word.length > 1 && !/[A-Z0-9]/.test(word);
}

/** Whether the number began before: with equal groups, but for a second card beside the first, or with a code's dashes. */
function isInsideRow(groups: readonly DigitGroup[], { from, last, digits }: Row): boolean {
  const group = groups[from];
  const before = groups[from - 1];
  if (!group || !before || !isJoined(group)) return false;
  if (/[-/_]/.test(group.gap) && (from === last || groups[from + 1]?.gap === group.gap))
    return before.digits.length !== group.digits.length || digits.length < WHOLE;
  return digits.length < WHOLE && before.digits.length === group.digits.length;
}

/** The word that the digits are glued to, directly or by a dash. */
function wordBefore(text: string, index: number): string {
  const before = text[index - 1];
  const end = before === '-' || before === '_' ? index - 1 : index;
  let start = end;
  while (start > 0 && end - start < MOST_GLUED && isLetterOrDigit(text.charCodeAt(start - 1))) start -= 1;
  return text.slice(start, end);
}

function isLetterOrDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** A row of equal groups goes on: what ends inside it is a part of a number. Two cards may stand side by side. */
function endsNumber(groups: readonly DigitGroup[], { last, digits }: Row): boolean {
  const group = groups[last];
  const next = groups[last + 1];
  if (!group || !next || next.digits.length !== group.digits.length) return true;
  if (!isJoined(next)) return true;
  if (group.digits.length > 2) return group.digits.length > 4 || digits.length >= WHOLE;
  let after = 0;
  for (let at = last + 1; at < groups.length && after <= MOST_AFTER && isJoined(groups[at]); at += 1)
    after += groups[at]?.digits.length ?? 0;
  return after <= MOST_AFTER;
}
