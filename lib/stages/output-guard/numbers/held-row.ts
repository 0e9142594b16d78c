import 'server-only';
import { type DigitRow, isSettled, joins } from '#lib/kernel/personal-data/digit-row.ts';
import { amountAcross, amountAfter, asFew, isTooFew } from './amount.ts';
import { type Atom, atomOf, numberStart } from './atom.ts';

/** A row of digits that is held, with what stands directly before and after it. `lead`: the end of what was shown before. `isAccount`: the country of an account number may stand in it. `part`: digits of the last part of an amount, -1 for none. */
export type HeldRow = {
  readonly lead: string;
  readonly atoms: Atom[];
  read: string;
  isAccount: boolean;
  part: number;
  readonly row: DigitRow;
};

/** Two letters, and what may stand between them and a digit. */
const COUNTRY = /[A-Za-z]{2}[ .-]?[0-9]/;
const COUNTRY_SO_FAR = /[A-Za-z]{2}[ .-]?(?:[0-9]|$)/;
const GROUPS = /[0-9]+/g;

export function heldRow(lead: string): HeldRow {
  return { lead, atoms: [], read: '', isAccount: false, part: -1, row: { digits: 0, size: 0, gap: '' } };
}

/**
 * Adds an atom to the row. Where its digits do not belong to the row, answers what does: `left` is in the row then, and
 * `rest` is what begins another one.
 */
export function addAtom(held: HeldRow, atom: Atom): { rest: Atom; prefix: string } | undefined {
  const { row } = held;
  let at = 0;
  for (const { index, 0: group } of atom.read.matchAll(GROUPS)) {
    const between = atom.read.slice(at, index);
    const isFixed = atom.isWhole && at > 0;
    row.gap += between;
    if (!isFixed && !joins(row, accountSoFar(held, atom.read.slice(0, index)))) {
      if (at === 0) return { rest: atom, prefix: between };
      const begins = numberStart(atom.read, index);
      const left = atom.raw.slice(0, atom.view?.from?.[begins] ?? begins);
      push(held, atomOf(left));
      return { rest: atomOf(atom.raw.slice(left.length)), prefix: atom.read.slice(begins, index) };
    }
    if (row.digits === 0) held.part = amountAfter(held.lead + held.read + atom.read.slice(0, index));
    else if (row.gap !== '') held.part = amountAcross(held.part, row.gap);
    if (held.part >= 0) held.part += group.length;
    row.size = row.gap === '' ? row.size + group.length : group.length;
    row.digits += group.length;
    row.gap = '';
    at = index + group.length;
  }
  row.gap += at === 0 ? atom.read : atom.read.slice(at);
  push(held, atom);
  return undefined;
}

function push(held: HeldRow, atom: Atom): void {
  held.atoms.push(atom);
  held.read += atom.read;
  held.isAccount ||= COUNTRY.test(held.lead + held.read);
}

/** Whether nothing that may follow can change what the row is: an amount is none of a person's, whatever follows. */
export function isOver(held: HeldRow): boolean {
  const { row, part } = held;
  const digits = isTooFew(row.digits, part) ? asFew(row.digits) : row.digits;
  return isSettled({ ...row, digits }, accountSoFar(held));
}

/** The row up to here, if it may be an account number. */
export function accountSoFar(held: HeldRow, more = ''): (() => string) | undefined {
  return held.isAccount || (more !== '' && COUNTRY_SO_FAR.test(more))
    ? () => held.lead + held.read + more
    : undefined;
}
