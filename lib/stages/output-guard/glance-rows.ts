import 'server-only';
import { isSettled, joins } from '#lib/kernel/personal-data/digit-row.ts';
import { type Glance, type Looked, stretch } from './looked.ts';
import { amountAcross, amountAfter, asFew, isTooFew } from './numbers/amount.ts';
import { HAS_LETTER, HAS_SPACE, headsIban, withoutEmphasis } from './numbers/scan-run.ts';

/** Rows of so many digits are judged beside the passes: the number of an invoice. Longer ones are left to them. */
const MOST_DIGITS = 7;
const LINK_AHEAD = /^\[([^\]]*)\]\([^)]*\)/;

/** Whether the row has so many digits that what follows it may make it a number of a person. */
export function isLong({ row, digits, part }: Glance): boolean {
  return row >= 0 && !isTooFew(digits, part);
}

/** Whether a digit is one of few, and certainly no start of an account number: as `scanRun` tells. */
export function takesDigit(glance: Glance, looked: Looked, at: number): boolean {
  if (glance.isDoubtful) return false;
  const position = at + looked.waiting.length - looked.from;
  if (glance.row < 0) {
    if (!beginsRow(glance, looked, position)) return false;
  } else if (glance.gapStart >= 0 && !goesOn(glance, looked, position)) return false;
  glance.size += 1;
  glance.digits += 1;
  glance.gapStart = -1;
  glance.gap = 0;
  if (glance.part >= 0) glance.part += 1;
  if (isTooFew(glance.digits, glance.part)) return true;
  return glance.part < 0 && glance.digits <= MOST_DIGITS && !glance.isMixed;
}

/** A row begins with the word of its first digit. False where that may be an account number's. */
export function beginsRow(glance: Glance, looked: Looked, position: number): boolean {
  glance.row = glance.word;
  glance.isMixed = false;
  glance.digits = glance.size = 0;
  const near =
    position >= 4
      ? stretch(looked, position - 4, position)
      : looked.shownEnd() + stretch(looked, 0, position);
  glance.part = amountAfter(near);
  return !headsIban(near.slice(-4));
}

/** Whether the row is over with this white space. Of a long one, what follows decides what it is. */
export function isRowOver(glance: Glance, looked: Looked, end: number): boolean {
  const { gap, gapStart, digits, size } = glance;
  const isFew = !isLong(glance);
  if (isFew && gap > HAS_SPACE) return true;
  const read = gapStart < 0 ? '' : withoutEmphasis(stretch(looked, gapStart, end));
  const space = stretch(looked, end, end + 1);
  return isSettled({ digits: isFew ? asFew(digits) : digits, size, gap: `${read}${space}` });
}

/** Asks the detectors of the row up to `end`, as the passes would; `isCut`: another one follows at once. */
export function isHarmlessRow(glance: Glance, looked: Looked, end: number, isCut: boolean): boolean {
  const read = withoutEmphasis(stretch(looked, glance.row, end).replace(LINK_AHEAD, '$1'));
  const after = isCut && /\p{L}$/u.test(read) ? 'x' : '';
  return looked.isHarmlessRow(stretch(looked, 0, glance.row), read, after);
}

/** A digit after a gap: of the row, or of another one. */
function goesOn(glance: Glance, looked: Looked, position: number): boolean {
  if (glance.gap === HAS_LETTER) return false;
  const { digits, size, gapStart } = glance;
  const gap = withoutEmphasis(stretch(looked, gapStart, position));
  const isFew = !isLong(glance);
  if (joins({ digits, size, gap })) {
    glance.part = amountAcross(glance.part, gap);
    glance.size = 0;
    return isFew && glance.gap <= HAS_SPACE;
  }
  if (!isFew && !isHarmlessRow(glance, looked, position, true)) return false;
  const isSameWord = gapStart > glance.word;
  if (!beginsRow(glance, looked, position)) return false;
  glance.isMixed = isSameWord;
  return true;
}
