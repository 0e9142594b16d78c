import 'server-only';
import { isSettled, joins } from '#lib/kernel/personal-data/digit-row.ts';
import { isIbanCountry } from '#lib/kernel/personal-data/find-ibans.ts';
import { FEWEST_DIGITS } from '#lib/kernel/personal-data/span.ts';
import { isPlain } from '../parts-of.ts';
import { amountAcross, amountAfter, asFew, isTooFew } from './amount.ts';
import { numberStart } from './atom.ts';

/** What is to be done with a text from `at` on, what stands before being harmless: hold it back, or look at it closely. */
export type Scan = { readonly at: number; readonly isOpen: boolean };

export const GAP_KINDS = {
  symbol: 0,
  letter: 1,
  digit: 2,
  space: 3,
  separator: 4,
  emphasis: 5,
  other: 6,
} as const;
const { symbol: SYMBOL, letter: LETTER, digit: DIGIT, space: SPACE } = GAP_KINDS;
const { separator: SEPARATOR, emphasis: EMPHASIS, other: OTHER } = GAP_KINDS;
const EMPHASIS_MARKS = /[*`~\\]/g;
/** One letter may stand among the digits of an identity number. */
const LETTER_AHEAD = /^ [A-Za-z]$/;
const HEAD = /(?:^|[^A-Za-z0-9]|n)([a-z]{2})[ .-]?$/i;
/** What a gap has, in bits. With more than white space and separators, a row of several words is over. */
export const HAS_SPACE = 1;
export const HAS_LETTER = 2;
export const HAS_SYMBOL = 4;
/** By UTF-16 code unit: what a gap between digits may be made of. `OTHER` is read as something else, or not plain. */
export const GAP_KIND = Uint8Array.from({ length: '€'.charCodeAt(0) + 1 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[0-9]/.test(character)) return DIGIT;
  if (/[ \n]/.test(character)) return SPACE;
  if (/[.,\-/|:()]/.test(character)) return SEPARATOR;
  if (/[*`~\\]/.test(character)) return EMPHASIS;
  if (/[_[•–—]/.test(character) || (code > 0x7f && !isPlain(character))) return OTHER;
  return /\p{L}/u.test(character) ? LETTER : SYMBOL;
});

/**
 * Reads a run of words for rows of digits: most have too few for a number of a person, and are harmless as soon as they are
 * complete. Answers where the first begins that is not, or undefined. `before` ends what was shown.
 */
export function scanRun(text: string, before: () => string): Scan | undefined {
  let [start, word, gapStart, digits, size, gap, part] = [-1, 0, -1, 0, 0, 0, -1];
  for (let at = 0; at < text.length; at += 1) {
    const kind = GAP_KIND[text.charCodeAt(at)] ?? OTHER;
    if (kind === DIGIT) {
      const read = gapStart < 0 ? '' : gapAsRead(text, gapStart, at);
      if (start >= 0 && (gap === HAS_LETTER || LETTER_AHEAD.test(read))) return { at: start, isOpen: false };
      if (start < 0 || (gapStart >= 0 && (gap > HAS_SPACE || !joins({ digits, size, gap: read })))) {
        start = start < 0 || gap & HAS_SPACE ? word : numberStart(text, at);
        if (mayHeadIban(text, at, before)) return { at: start, isOpen: false };
        part = amountAfter(at > 0 ? text.slice(at - 1, at) : before());
        digits = 0;
      } else if (gapStart >= 0) part = amountAcross(part, read);
      if (gapStart >= 0) size = 0;
      size += 1;
      digits += 1;
      if (part >= 0) part += 1;
      gapStart = -1;
      gap = 0;
      if (!isTooFew(digits, part)) return { at: start, isOpen: false };
    } else {
      if (kind === OTHER) return { at: start < 0 || gap > HAS_SPACE ? word : start, isOpen: false };
      if (kind === SPACE) word = at + 1;
      if (start < 0 || kind === EMPHASIS) continue;
      // A letter behind so many digits may belong to an identity number.
      if (kind === LETTER && gapStart < 0 && digits >= FEWEST_DIGITS) return { at: start, isOpen: false };
      if (gapStart < 0) gapStart = at;
      if (kind === SPACE) gap |= HAS_SPACE;
      else if (kind === LETTER) gap |= HAS_LETTER;
      else if (kind === SYMBOL) gap |= HAS_SYMBOL;
    }
  }
  if (start < 0 || gap > HAS_SPACE) return undefined;
  const row = {
    digits: asFew(digits),
    size,
    gap: gapStart < 0 ? '' : gapAsRead(text, gapStart, text.length),
  };
  return isSettled(row) ? undefined : { at: start, isOpen: true };
}

/** A gap as a reader sees it. */
export function withoutEmphasis(gap: string): string {
  return gap.replace(EMPHASIS_MARKS, '');
}

function gapAsRead(text: string, from: number, to: number): string {
  return withoutEmphasis(text.slice(from, to));
}

/** Whether the country of an account number may stand before a digit: two letters, at the start of a word or after `iban`. */
function mayHeadIban(text: string, digit: number, before: () => string): boolean {
  return headsIban(digit >= 4 ? text.slice(digit - 4, digit) : before() + text.slice(0, digit));
}

/** Whether what stands before a digit, its last four characters, may be the country of an account number. */
export function headsIban(near: string): boolean {
  const country = HEAD.exec(near)?.[1];
  return country !== undefined && isIbanCountry(country);
}
