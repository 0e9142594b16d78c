import 'server-only';
import { isSettled, joins } from '#lib/kernel/personal-data/digit-row.ts';
import { isIbanCountry } from '#lib/kernel/personal-data/find-ibans.ts';
import { FEWEST_DIGITS } from '#lib/kernel/personal-data/span.ts';
import { isPlain } from '../parts-of.ts';
import { numberStart } from './atom.ts';

/** What is to be done with a text from `at` on, what stands before being harmless: hold it back, or look at it closely. */
export type Scan = { readonly at: number; readonly isOpen: boolean };

const [SYMBOL, LETTER, DIGIT, SPACE, SEPARATOR, EMPHASIS, OTHER] = [0, 1, 2, 3, 4, 5, 6];
const EMPHASIS_MARKS = /[*`~\\]/g;
const HEAD = /(?:^|[^A-Za-z0-9]|n)([a-z]{2})[ .-]?$/i;
const HAS_SPACE = 1;
const HAS_LETTER = 2;
const HAS_SYMBOL = 4;
/** By UTF-16 code unit: what a gap between digits may be made of. `OTHER` is read as something else, or not plain. */
const KINDS = Uint8Array.from({ length: '€'.charCodeAt(0) + 1 }, (_, code) => {
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
  let [start, word, gapStart, digits, size, gap] = [-1, 0, -1, 0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const kind = KINDS[text.charCodeAt(at)] ?? OTHER;
    if (kind === DIGIT) {
      if (start < 0) {
        start = word;
        if (mayHeadIban(text, at, before)) return { at: start, isOpen: false };
      } else if (gapStart >= 0) {
        if (gap === HAS_LETTER) return { at: start, isOpen: false };
        if (gap > HAS_SPACE || !joins({ digits, size, gap: gapAsRead(text, gapStart, at) })) {
          start = gap & HAS_SPACE ? word : numberStart(text, at);
          digits = 0;
          if (mayHeadIban(text, at, before)) return { at: start, isOpen: false };
        }
        size = 0;
      }
      size += 1;
      digits += 1;
      gapStart = -1;
      gap = 0;
      if (digits >= FEWEST_DIGITS) return { at: start, isOpen: false };
    } else {
      if (kind === OTHER) return { at: start < 0 || gap > HAS_SPACE ? word : start, isOpen: false };
      if (kind === SPACE) word = at + 1;
      if (start < 0 || kind === EMPHASIS) continue;
      if (gapStart < 0) gapStart = at;
      if (kind === SPACE) gap |= HAS_SPACE;
      else if (kind === LETTER) gap |= HAS_LETTER;
      else if (kind === SYMBOL) gap |= HAS_SYMBOL;
    }
  }
  if (start < 0 || gap > HAS_SPACE) return undefined;
  const row = { digits, size, gap: gapStart < 0 ? '' : gapAsRead(text, gapStart, text.length) };
  return isSettled(row) ? undefined : { at: start, isOpen: true };
}

function gapAsRead(text: string, from: number, to: number): string {
  return text.slice(from, to).replace(EMPHASIS_MARKS, '');
}

/** Whether the country of an account number may stand before a digit: two letters, at the start of a word or after `iban`. */
function mayHeadIban(text: string, digit: number, before: () => string): boolean {
  const near = digit >= 4 ? text.slice(digit - 4, digit) : before() + text.slice(0, digit);
  const country = HEAD.exec(near)?.[1];
  return country !== undefined && isIbanCountry(country);
}
