import 'server-only';
import { HANGING, PLACEHOLDER } from '../neutral-text.ts';
import { type ReaderView, readerView, writtenStretch } from '../reader-view.ts';

/**
 * What is shown at once: a word, white space, or what stands in brackets. `read`: as a reader sees it. `isWhole`: shown
 * whole or not at all. `isBoundary`: one of our placeholders, across which nothing is read together.
 */
export type Atom = {
  readonly raw: string;
  readonly read: string;
  readonly view?: ReaderView;
  readonly isWhole?: true;
  readonly isBoundary?: true;
};

/** Brackets that were let through: with a target behind them a link, else text or a placeholder. */
const BRACKETS = /(\[(?:[^[\]]|\[[^[\]]*\])*\](?:\([^()]*\))?)/;
const LABEL = /^\[(.*)\](?:\([^()]*\))?$/s;
const PLACEHOLDERS_WITHIN = new RegExp(PLACEHOLDER, 'g');
/** Stands for a placeholder where it can't part the text. */
const NOTHING_TO_READ = ' ; ';
const MARKS = /[*`~\\]/g;
/** An underscore at the edge of a word is emphasis; inside it is a part of the word. */
const EMPHASIS = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** A word or white space. */
export function atomOf(raw: string): Atom {
  const view = readerView(raw);
  if (raw.includes('_')) return withoutEmphasis(raw, view);
  return view.from ? { raw, read: view.text, view } : { raw, read: raw };
}

/** A longer text as a reader sees it. */
export function asRead(text: string): string {
  const plain = text.replace(MARKS, '');
  const read = readerView(plain).text;
  return read.includes('_') ? read.replace(EMPHASIS, '') : read;
}

/** Where a number begins whose first digit stands there: at the sign or bracket before it. */
export function numberStart(text: string, digit: number): number {
  let start = digit;
  while (start > 0 && (text[start - 1] === '+' || text[start - 1] === '(')) start -= 1;
  return start;
}

function withoutEmphasis(raw: string, view: ReaderView): Atom {
  const gone = new Set([...view.text.matchAll(EMPHASIS)].map(({ index }) => index));
  const kept = [...Array(view.text.length).keys()].filter((index) => !gone.has(index));
  const from = kept.map((index) => view.from?.[index] ?? index);
  const to = kept.map((index) => view.to?.[index] ?? index + 1);
  const read = kept.map((index) => view.text.charAt(index)).join('');
  return { raw, read, view: { text: read, from, to } };
}

/** A decided piece in its atoms: most are one. */
export function atomsOf(piece: string): Atom[] {
  if (!piece.includes('[')) return [atomOf(piece)];
  return piece
    .split(BRACKETS)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('[') ? inBrackets(part) : atomOf(part)));
}

function inBrackets(raw: string): Atom {
  if (raw.replace(PLACEHOLDER, '') === '') return { raw, read: '', isBoundary: true };
  const label = LABEL.exec(raw)?.[1] ?? raw;
  return { raw, read: readerView(label.replace(PLACEHOLDERS_WITHIN, NOTHING_TO_READ)).text, isWhole: true };
}

/** What stands before and after a stretch of what is read of an atom. */
export function around(atom: Atom, start: number, end: number): { left: string; right: string } {
  if (atom.isWhole) return { left: '', right: '' };
  const stretch = atom.view ? writtenStretch(atom.view, start, end) : { start, end };
  return { left: atom.raw.slice(0, stretch.start), right: atom.raw.slice(stretch.end) };
}

/** What stands on both sides of a stretch of what is read of these atoms. */
export function apart(
  atoms: readonly Atom[],
  stretch: { start: number; end: number },
): { left: Atom[]; right: Atom[] } {
  const sides = { left: new Array<Atom>(), right: new Array<Atom>() };
  let at = 0;
  for (const atom of atoms) {
    const { length } = atom.read;
    const [start, end] = [stretch.start - at, stretch.end - at];
    at += length;
    if (end <= 0) sides.right.push(atom);
    else if (start >= length) sides.left.push(atom);
    else if (length > 0) {
      const { left, right } = around(atom, Math.max(0, start), Math.min(length, end));
      if (start >= 0) sides.left.push(atomOf(left.replace(HANGING, '')));
      if (end <= length) sides.right.push(atomOf(right.replace(HANGING, '')));
    }
  }
  const isSomething = ({ raw }: Atom): boolean => raw !== '';
  return { left: sides.left.filter(isSomething), right: sides.right.filter(isSomething) };
}
