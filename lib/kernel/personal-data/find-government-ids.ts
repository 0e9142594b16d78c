import 'server-only';
import { labelAfter, labelBefore } from './label-before.ts';
import { LETTER_IDS } from './letter-ids.ts';
import { NUMBER_IDS, type NumberId } from './number-ids.ts';
import type { DigitGroup, Stretch } from './span.ts';

const LONGEST = 15;
const MOST_GROUPS = 7;
const GAP = /^(?:\/| [-.] ?|[-.] )$/;
const GLUE = /[A-Za-z0-9_+\-/.=]/;
const BY_LENGTH: ReadonlyMap<number, readonly NumberId[]> = Map.groupBy(NUMBER_IDS, ({ length }) => length);
/** As few digits as any of them has. */
const HAS_ENOUGH = /\d[\dA-Z .\-/]{7}/i;

/** Identity numbers of the countries in the two tables, valid ones only. */
export function findGovernmentIds(text: string, groups: readonly DigitGroup[]): Stretch[] {
  if (groups.length === 0 || !HAS_ENOUGH.test(text)) return [];
  return [...withLetters(text), ...ofDigits(text, groups)];
}

function withLetters(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (const { pattern, isValid, needsLabel } of LETTER_IDS) {
    for (const { index, 0: written } of text.matchAll(pattern)) {
      if (!isValid(written.toUpperCase().replace(/[ .]|(?<!^\d{6})-/g, ''))) continue;
      const span = { start: index, end: index + written.length };
      if (isNamed(text, span, !needsLabel(written))) found.push(span);
    }
  }
  return found;
}

function ofDigits(text: string, groups: readonly DigitGroup[]): Stretch[] {
  const found: Stretch[] = [];
  for (let from = 0; from < groups.length; from += 1) {
    const first = groups[from];
    if (!first || first.digits.length > LONGEST || isGlued(text, first.start) || isInsideRow(groups, from))
      continue;
    let digits = '';
    for (let at = from; at < Math.min(groups.length, from + MOST_GROUPS); at += 1) {
      const group = groups[at];
      if (!group || (at > from && !isJoined(group.gap))) break;
      digits += group.digits;
      if (digits.length > LONGEST) break;
      const span = { start: first.start, end: group.end };
      if (!isIdentity(text, span, digits)) continue;
      found.push(span);
      from = at;
      break;
    }
  }
  return found;
}

function isIdentity(text: string, { start, end }: Stretch, digits: string): boolean {
  const written = text.slice(start, end);
  const ids = BY_LENGTH.get(digits.length)?.filter((id) => id.isValid(digits)) ?? [];
  if (ids.length === 0 || /^(?:[A-Za-z0-9_]|[-/.][A-Za-z0-9])/.test(text.slice(end, end + 2))) return false;
  return isNamed(
    text,
    { start, end },
    ids.some(({ alone }) => alone?.test(written) ?? false),
  );
}

/** A word such as SSN names it; without one only what is safe alone counts, and not after a word such as order. */
function isNamed(text: string, { start, end }: Stretch, isSafeAlone: boolean): boolean {
  const before = labelBefore(text, start);
  if (before?.label === 'person' || labelAfter(text, end) === 'person') return true;
  return isSafeAlone && !(before?.isTight && before.label !== 'phone') && text[start - 1] !== '#';
}

function isJoined(gap: string): boolean {
  return gap === ' ' || gap === '-' || gap === '.' || GAP.test(gap);
}

/** Single digits and pairs: a number of them starts where the row does. */
function isInsideRow(groups: readonly DigitGroup[], index: number): boolean {
  const group = groups[index];
  const size = group?.digits.length ?? 0;
  return size <= 2 && groups[index - 1]?.digits.length === size && isJoined(group?.gap ?? '');
}

function isGlued(text: string, start: number): boolean {
  if (!GLUE.test(text.charAt(start - 1))) return false;
  return /(?:[A-Za-z0-9_+]|[A-Za-z0-9][-/._=])$/.test(text.slice(Math.max(0, start - 2), start));
}
