import 'server-only';
import { isSettled, joins } from '#lib/kernel/personal-data/digit-row.ts';
import { FEWEST_DIGITS } from '#lib/kernel/personal-data/span.ts';
import { isSuspicious, KIND_OF, W } from './may-hide.ts';
import {
  GAP_KIND,
  GAP_KINDS,
  HAS_LETTER,
  HAS_SPACE,
  HAS_SYMBOL,
  headsIban,
  withoutEmphasis,
} from './numbers/scan-run.ts';
import { amountAcross, amountAfter, asFew, isTooFew } from './numbers/amount.ts';
import { mayJoin } from './parts-of.ts';

/** What waits, and what follows it from `from` on. `shownEnd`: the last characters shown before. */
export type Looked = {
  readonly waiting: string;
  readonly text: string;
  readonly from: number;
  readonly shownEnd: () => string;
  /** Whether nothing in a word must be removed. */
  readonly isHarmless: (word: string) => boolean;
};

/**
 * What was seen so far, in positions from the start of what waits: the word being written with the bits of its marks, and the
 * row of digits that may go on, with the first word of it, -1 for none.
 */
export type Glance = {
  word: number;
  marks: number;
  countOfW: number;
  /** Whether a character of the word is read as another one. */
  isDoubtful: boolean;
  hyphen: number;
  hyphens: number;
  row: number;
  gapStart: number;
  digits: number;
  size: number;
  gap: number;
  part: number;
  /** The row that may still have gone on where the word began, -1 for none. */
  held: number;
};

/** So many hyphens may begin a key. */
const KEY_HYPHENS = 5;
const HYPHEN = 0x2d;
/** By UTF-16 code unit: what no pass waits for. An exclamation mark matters before a bracket only, which is none of these. */
const IS_PASSED = GAP_KIND.map((_, code) => {
  const character = String.fromCharCode(code);
  return mayJoin(character) || character === '!' ? 1 : 0;
});

export function isPassed(code: number): boolean {
  return IS_PASSED[code] === 1;
}

export function newGlance(): Glance {
  const word = { word: 0, marks: 0, countOfW: 0, isDoubtful: false, hyphen: -1, hyphens: 0 };
  return { ...word, row: -1, gapStart: -1, digits: 0, size: 0, gap: 0, part: -1, held: -1 };
}

/**
 * Reads a text once, as far as nothing in it can be wrong or may begin what can be: answers where the first character
 * stands that a pass has to look at, or the end.
 */
export function glanceOver(glance: Glance, looked: Looked): number {
  const { text, from, waiting } = looked;
  const ahead = waiting.length - from;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (IS_PASSED[code] !== 1) return at;
    const kind = GAP_KIND[code];
    if (kind === GAP_KINDS.digit) {
      if (!takesDigit(glance, looked, at)) return at;
      continue;
    }
    if (kind === GAP_KINDS.space) {
      if (!endsWord(glance, looked, at)) return at;
    } else if (kind === GAP_KINDS.other) {
      if (glance.row >= 0 && glance.gap <= HAS_SPACE) return at;
      glance.isDoubtful = true;
    } else if (code === HYPHEN) {
      glance.hyphens = glance.hyphen === at + ahead - 1 ? glance.hyphens + 1 : 1;
      glance.hyphen = at + ahead;
      if (glance.hyphens === KEY_HYPHENS) return at;
    }
    const mark = KIND_OF[code] ?? 0;
    if (mark === W) glance.countOfW += 1;
    else if (mark < W) glance.marks |= mark;
    if (glance.row >= 0 && kind !== GAP_KINDS.emphasis) {
      if (glance.gapStart < 0) glance.gapStart = at + ahead;
      if (kind === GAP_KINDS.space) glance.gap |= HAS_SPACE;
      else if (kind === GAP_KINDS.letter) {
        if (glance.digits >= FEWEST_DIGITS && glance.gapStart === at + ahead) return at;
        glance.gap |= HAS_LETTER;
      } else if (kind === GAP_KINDS.symbol) glance.gap |= HAS_SYMBOL;
    }
  }
  return text.length;
}

/** Where what was looked at is not decided: where the row begins that could go on at the end of the last word, or after it. */
export function openFrom({ held, word }: Glance): number {
  return held < 0 ? word : held;
}

/** Counts from there. */
export function moveOn(glance: Glance, by: number): void {
  glance.word -= by;
  glance.hyphen -= by;
  glance.row -= Math.min(by, glance.row + 1);
  glance.held -= Math.min(by, glance.held + 1);
  glance.gapStart -= Math.min(by, glance.gapStart + 1);
}

/** Whether the word before this white space is harmless. */
function endsWord(glance: Glance, looked: Looked, at: number): boolean {
  const end = at + looked.waiting.length - looked.from;
  const isLooked = isSuspicious(end - glance.word, glance.marks, glance.countOfW);
  if (isLooked && !looked.isHarmless(stretch(looked, glance.word, end))) return false;
  glance.word = end + 1;
  glance.marks = glance.countOfW = 0;
  glance.isDoubtful = false;
  if (glance.row >= 0 && isRowOver(glance, looked, end)) glance.row = -1;
  glance.held = glance.row;
  return true;
}

/** As `scanRun` tells at the end of a run. */
function isRowOver({ gap, gapStart, digits, size }: Glance, looked: Looked, end: number): boolean {
  if (gap > HAS_SPACE) return true;
  const read = gapStart < 0 ? '' : withoutEmphasis(stretch(looked, gapStart, end));
  return isSettled({
    digits: asFew(digits),
    size,
    gap: `${read}${looked.text.charAt(end - looked.waiting.length + looked.from)}`,
  });
}

/** Whether a digit is one of few, and certainly no start of an account number: as `scanRun` tells. */
function takesDigit(glance: Glance, looked: Looked, at: number): boolean {
  if (glance.isDoubtful) return false;
  const position = at + looked.waiting.length - looked.from;
  if (glance.row < 0) {
    if (!beginsRow(glance, looked, at)) return false;
  } else if (glance.gapStart >= 0) {
    if (glance.gap === HAS_LETTER) return false;
    const { digits, size, gapStart } = glance;
    const gap = withoutEmphasis(stretch(looked, gapStart, position));
    const joinsOn = glance.gap <= HAS_SPACE && joins({ digits, size, gap });
    if (!joinsOn && !beginsRow(glance, looked, at)) return false;
    if (joinsOn) glance.part = amountAcross(glance.part, gap);
    glance.size = 0;
  }
  glance.size += 1;
  glance.digits += 1;
  glance.gapStart = -1;
  glance.gap = 0;
  if (glance.part >= 0) glance.part += 1;
  return isTooFew(glance.digits, glance.part);
}

function beginsRow(glance: Glance, { waiting, text, from, shownEnd }: Looked, at: number): boolean {
  glance.row = glance.word;
  glance.digits = glance.size = 0;
  const near = at - from >= 4 ? text.slice(at - 4, at) : shownEnd() + waiting + text.slice(from, at);
  glance.part = amountAfter(near);
  return !headsIban(near.slice(-4));
}

function stretch({ waiting, text, from }: Looked, start: number, end: number): string {
  const ahead = waiting.length - from;
  if (start >= waiting.length) return text.slice(start - ahead, end - ahead);
  return waiting.slice(start, end) + text.slice(from, end - ahead);
}
