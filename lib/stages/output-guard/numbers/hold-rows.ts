import 'server-only';
import { isListMarker } from '#lib/kernel/personal-data/digit-row.ts';
import { FEWEST_DIGITS } from '#lib/kernel/personal-data/span.ts';
import type { Found } from '../passes.ts';
import { DIGITS_MAX, PLACEHOLDERS } from '../policy.ts';
import { apart, type Atom } from './atom.ts';
import { findNumber, type FoundNumber, type NumberRule, type OwnNumbers } from './find-number.ts';
import { addAtom, type HeldRow, heldRow, isOver } from './held-row.ts';
import type { ShownSoFar } from './shown-so-far.ts';

/** The row that is held; `isSwallowing` while a row goes on that was too long. */
type Rows = {
  held: HeldRow;
  isSwallowing: boolean;
  readonly own: OwnNumbers;
  readonly soFar: ShownSoFar;
  readonly found: Found;
};
export type HeldRows = {
  take: (atom: Atom) => void;
  isIdle: () => boolean;
  /** Of a row that is not held; `before` stands between it and what was shown. */
  isHarmless: (before: string, row: string, after: string) => boolean;
  end: () => void;
};

const DIGIT = /[0-9]/;
/** The shortest IBAN has fifteen characters, of which the country may have been shown. */
const FEWEST_OF_ACCOUNT = 13;

/**
 * Holds each row of digits until what follows can't belong to it. Then what is a person's number gives way to a
 * placeholder, and what stands on both sides of that is read anew, each without the other: guarding the result again
 * finds nothing more.
 */
export function holdRows(own: OwnNumbers, soFar: ShownSoFar, found: Found): HeldRows {
  const rows: Rows = { held: heldRow(''), isSwallowing: false, own, soFar, found };
  return {
    take: (atom) => take(rows, atom),
    isIdle: () => isIdle(rows),
    isHarmless: (before, row, after) => findIn(rows, soFar.endAsRead(before), row, after) === undefined,
    end: () => closeAll(rows, false),
  };
}

function isIdle({ held }: Rows): boolean {
  return held.row.digits === 0;
}

function take(rows: Rows, atom: Atom): void {
  const { soFar } = rows;
  const before = (): string => (isIdle(rows) ? soFar.endAsRead() : rows.held.read);
  if (atom.isBoundary || isListMarker(atom.read, before)) {
    closeAll(rows, true);
    return soFar.show(atom);
  }
  if (isIdle(rows)) {
    if (!DIGIT.test(atom.read)) return soFar.show(atom);
    rows.held = heldRow(soFar.end());
  }
  const { held } = rows;
  const broken = addAtom(held, atom);
  if (rows.isSwallowing && broken?.rest !== atom && DIGIT.test(atom.read)) clear(held);
  if (broken) {
    close(rows, broken.prefix, true);
    return take(rows, broken.rest);
  }
  if (isOver(held)) close(rows, '', false);
  else if (held.read.length > DIGITS_MAX) swallow(rows);
}

/** The row is complete; `prefix` is what else is known to follow, and it goes on with a digit or a placeholder if `isCut`. */
function close(rows: Rows, prefix: string, isCut: boolean): void {
  const { held, soFar, isSwallowing } = rows;
  const after = isCut && /\p{L}$/u.test(held.read + prefix) ? `${prefix}x` : prefix;
  rows.held = heldRow('');
  rows.isSwallowing = false;
  const found = isSwallowing ? undefined : numberIn(rows, held, after);
  if (found) redact(rows, held.atoms, found);
  else for (const atom of held.atoms) soFar.show(atom);
}

/** What is read anew beside a number that was found may be a row again. */
function closeAll(rows: Rows, isCut: boolean): void {
  while (!isIdle(rows)) close(rows, '', isCut);
}

/** The first number in a row, in indices of the row. An account number may have two digits only, and is long then. */
function numberIn(rows: Rows, { row, read }: HeldRow, after: string): FoundNumber | undefined {
  if (row.digits < FEWEST_DIGITS && read.length < FEWEST_OF_ACCOUNT) return undefined;
  return findIn(rows, rows.soFar.endAsRead(), read, after);
}

function findIn({ own }: Rows, shown: string, read: string, after: string): FoundNumber | undefined {
  // What was shown only says what the row may be: its own digits are no part of it.
  const before = shown.replace(/[0-9]/g, 'q');
  const from = before.length;
  const found = findNumber(before + read + after, from, from + read.length, own);
  return found && { ...found, start: found.start - from, end: found.end - from };
}

function redact(rows: Rows, atoms: readonly Atom[], found: FoundNumber): void {
  const { left, right } = apart(atoms, found);
  for (const atom of left) take(rows, atom);
  closeAll(rows, true);
  remove(rows, found.rule);
  for (const atom of right) take(rows, atom);
}

function remove({ found, soFar }: Rows, rule: NumberRule): void {
  found(rule);
  soFar.showPlaceholder(PLACEHOLDERS[rule]);
}

/** No number is so long: the row goes as far as it goes on. */
function swallow(rows: Rows): void {
  if (!rows.isSwallowing) remove(rows, 'digits');
  rows.isSwallowing = true;
  clear(rows.held);
}

function clear(held: HeldRow): void {
  held.atoms.length = 0;
  held.read = '';
}
