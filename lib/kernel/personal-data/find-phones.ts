import 'server-only';
import { isPhone } from './is-phone.ts';
import { labelBefore } from './label-before.ts';
import { type DigitGroup, FEWEST_DIGITS, type Stretch } from './span.ts';

const GAP = /^(?:[ .\-/]|\) ?|\)?[-.]| ?\(| {2}| [-/] |\)? ?\(0\) ?|\) - )$/;
/** More groups than this are a list or a table. */
const MOST_GROUPS = 9;
/** Fifteen (ITU-T E.164) after `00` or `011`. */
const MOST_DIGITS = 18;
/** So many groups before and after a number may be something else: a date, a count. */
const MOST_BEFORE = 3;
const MOST_AFTER = 2;
/** No country writes a number in more groups; a row of single digits is taken whole. */
const LONG_ROW = 6;
const EXTENSION_WORD = '[ ,]{0,2}(?:x|ext\\.?|extension|durchwahl|poste) ?';
const EXTENSION = new RegExp(`${EXTENSION_WORD}\\d{1,6}(?!\\d)`, 'iy');
const ENDS_IN_EXTENSION_WORD = new RegExp(`^${EXTENSION_WORD}$`, 'i');

/** Telephone numbers: international ones, and national ones by how they are written or by the word before them. */
export function findPhones(text: string, groups: readonly DigitGroup[]): Stretch[] {
  const found: Stretch[] = [];
  for (let index = 0; index < groups.length;) {
    const last = lastOfRow(groups, index);
    const phone = phoneWithin(text, groups.slice(index, last + 1));
    if (phone) found.push(phone);
    const end = phone?.end ?? groups[last]?.end ?? 0;
    while ((groups[index]?.start ?? end) < end) index += 1;
  }
  return found;
}

/** Groups that stand close enough to be one number. */
function lastOfRow(groups: readonly DigitGroup[], from: number): number {
  let last = from;
  while (last + 1 < groups.length && last - from < MOST_GROUPS && isJoined(groups[last + 1]?.gap ?? ''))
    last += 1;
  return last;
}

function isJoined(gap: string): boolean {
  return gap === ' ' || gap === '-' || (gap !== '' && GAP.test(gap));
}

/** The whole row, or the row without what precedes or follows. */
function phoneWithin(text: string, row: readonly DigitGroup[]): Stretch | undefined {
  const sizes = row.map(({ digits }) => digits.length);
  const isLong = row.length > LONG_ROW;
  let left = sizes.reduce((sum, size) => sum + size, 0);
  for (let first = 0; first <= (isLong ? 0 : MOST_BEFORE) && left >= FEWEST_DIGITS; first += 1) {
    const start = numberStart(text, row[first]?.start ?? 0, row.at(-1)?.end ?? 0);
    let before: ReturnType<typeof labelBefore> | null = null;
    const labelled = () => (before === null ? (before = labelBefore(text, start)) : before);
    let count = left;
    for (
      let last = row.length - 1;
      last >= Math.max(first, row.length - 1 - (isLong ? 0 : MOST_AFTER));
      last -= 1
    ) {
      const end = row[last]?.end ?? 0;
      if (count >= FEWEST_DIGITS && count <= MOST_DIGITS) {
        const extension = extensionLength(text, end);
        const number = { text, start, end: end + extension, written: text.slice(start, end), digits: count };
        if (isPhone(number, labelled)) return { start, end: end + extension };
      }
      count -= sizes[last] ?? 0;
    }
    left -= sizes[first] ?? 0;
  }
  return undefined;
}

/** Back over the plus sign, and over an opening bracket that closes again within the number. */
function numberStart(text: string, start: number, end: number): number {
  const before = text[start - 1];
  if (before !== '+' && before !== '(' && before !== ' ') return start;
  const lead = /(?:\+ ?\(?|\(\+?|\+)$/.exec(text.slice(Math.max(0, start - 3), start))?.[0] ?? '';
  const written = text.slice(start, end);
  const isClosed = written.split(')').length > written.split('(').length;
  return start - (lead.startsWith('(') && !isClosed ? lead.length - 1 : lead.length);
}

function extensionLength(text: string, end: number): number {
  EXTENSION.lastIndex = end;
  return EXTENSION.exec(text)?.[0].length ?? 0;
}

/** Whether the digits of an extension may follow what stands after a number. */
export function awaitsExtension(after: string): boolean {
  return ENDS_IN_EXTENSION_WORD.test(after);
}
