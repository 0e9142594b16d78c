import 'server-only';
import { mayBecomeIban } from './find-ibans.ts';
import { awaitsExtension } from './find-phones.ts';
import { awaitsLabel } from './label-before.ts';
import { FEWEST_DIGITS } from './span.ts';

/**
 * Digits that stand so close that a detector may read them as one number, in a text that is still being written: how many,
 * how many the last group has, and what was written after it.
 */
export type DigitRow = { digits: number; size: number; gap: string };

const LONGEST_GAP = 4;
/** Within a word: separators, and the letters of identity and account numbers. */
const GLUED = /^[\p{L}.,\-_/|:()]{1,6}$/u;
const SPACED = /^[\s.,\-_/|:()]+$/;
/** One letter among the digits, as in `65 170839 J 008`. */
const LETTER = /^[ .-]?[A-Za-z] ?$/;
/** Commas, bars and line breaks part the numbers of lists and tables, but for the groups that cards are printed in. */
const PARTING = /[,|\n]/;
const CARD_GROUPS: ReadonlySet<number> = new Set([4, 6]);
const LIST_MARKER = /^\d{1,3}[.)]$/;

/** Whether digits after this gap go on with the row. `text`: the row with the gap, and a little before it; none if no account number begins there. */
export function joins({ digits, size, gap }: DigitRow, text?: () => string): boolean {
  if (gap === '' || digits === 0) return true;
  const isNear = /\s/.test(gap) ? isSpaced(size, gap) || LETTER.test(gap) : GLUED.test(gap);
  return isNear || awaitsExtension(gap) || (text !== undefined && mayBecomeIban(text()));
}

/** Whether nothing that may follow can change what the row is. */
export function isSettled({ digits, size, gap }: DigitRow, text?: () => string): boolean {
  if (gap === '' || isSpaced(size, gap)) return false;
  const isKnown = digits < FEWEST_DIGITS || !(LETTER.test(gap) || awaitsExtension(gap) || awaitsLabel(gap));
  return isKnown && !(text && mayBecomeIban(text()));
}

/** The number of an item of a list, at the start of a line. */
export function isListMarker(word: string, before: () => string): boolean {
  if (!LIST_MARKER.test(word)) return false;
  const text = before();
  return text === '' || text.endsWith('\n');
}

function isSpaced(size: number, gap: string): boolean {
  if (gap.length > LONGEST_GAP || !SPACED.test(gap)) return false;
  if (!PARTING.test(gap)) return true;
  if (!CARD_GROUPS.has(size)) return false;
  return !gap.includes('\n') || (gap.trim() === '' && gap.indexOf('\n') === gap.lastIndexOf('\n'));
}
