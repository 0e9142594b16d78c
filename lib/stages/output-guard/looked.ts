import 'server-only';

/** What waits, and what follows it from `from` on. `shownEnd`: the last characters shown before. */
export type Looked = {
  readonly waiting: string;
  readonly text: string;
  readonly from: number;
  readonly shownEnd: () => string;
  /** Whether nothing in a word must be removed. */
  readonly isHarmless: (word: string) => boolean;
  /** Whether a row of digits, as it is read, is no number that must be removed; `before` stands between it and what was shown. */
  readonly isHarmlessRow: (before: string, row: string, after: string) => boolean;
};

/**
 * What was seen so far, in positions from the start of what waits: the word being written with the bits of its marks, the
 * row of digits that may go on, with the first word of it, and the link that may; -1 for none.
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
  /** Whether the word in which the row begins has digits of another one. */
  isMixed: boolean;
  /** The row that may still have gone on where the word began, -1 for none. */
  held: number;
  link: number;
};

export function newGlance(): Glance {
  const word = { word: 0, marks: 0, countOfW: 0, isDoubtful: false, hyphen: -1, hyphens: 0 };
  const row = { row: -1, gapStart: -1, digits: 0, size: 0, gap: 0, part: -1, isMixed: false };
  return { ...word, ...row, held: -1, link: -1 };
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
  glance.link -= Math.min(by, glance.link + 1);
}

/** What stands between two positions. */
export function stretch({ waiting, text, from }: Looked, start: number, end: number): string {
  const ahead = waiting.length - from;
  if (start >= waiting.length) return text.slice(start - ahead, end - ahead);
  if (end <= waiting.length) return waiting.slice(start, end);
  return waiting.slice(start) + text.slice(from, end - ahead);
}
