import 'server-only';
import { fault } from '#faults';
import { FEWEST_DIGITS, isListMarker, isSettled } from '#lib/kernel/personal-data/digit-row.ts';
import type { Shown } from '../hold-words.ts';
import { DIGITS_MAX, NUMBER_CONTEXT, PLACEHOLDERS } from '../policy.ts';
import { apart, type Atom } from './atom.ts';
import { findNumber, type FoundNumber, type NumberRule } from './find-number.ts';
import { addAtom, heldRow } from './held-row.ts';
import { ownNumbers } from './own-numbers.ts';
import { shownSoFar } from './shown-so-far.ts';
import { takeWords } from './take-words.ts';

export type NumberHold = Shown & { end: () => void };
/** Numbers that may be shown however they are written: the viewer's own and published ones. */
export type Numbers = { readonly numbers: readonly string[] };

const DIGIT = /[0-9]/;
/** The shortest IBAN has fifteen characters, of which the country may have been shown. */
const FEWEST_OF_ACCOUNT = 13;

/**
 * Lets decided words go, but for rows of digits: a number may be written in several words, so a row is held until what
 * follows can't belong to it. Then what is a person's number gives way to a placeholder, and what stands on both sides of
 * that is read anew, each without the other: guarding the result again finds nothing more.
 */
export function holdNumbers(context: Numbers, shown: Shown): NumberHold {
  if (fault('numbers-shown') || fault('no-hold-back')) return { ...shown, end: () => undefined };
  const own = ownNumbers(context.numbers);
  const soFar = shownSoFar(shown);
  let held = heldRow('');
  let isSwallowing = false;

  const isIdle = (): boolean => held.row.digits === 0;
  const text = (): string => held.lead + held.text;

  function take(atom: Atom): void {
    if (atom.isBoundary || isListMarker(isIdle() ? soFar.text() : held.text, atom.read)) {
      closeAll(true);
      return soFar.show(atom);
    }
    if (isIdle()) {
      if (!DIGIT.test(atom.read)) return soFar.show(atom);
      held = heldRow(soFar.text(3));
    }
    const broken = addAtom(held, atom);
    if (isSwallowing && broken?.rest !== atom && DIGIT.test(atom.read)) clear();
    if (broken) {
      close(broken.prefix, true);
      return take(broken.rest);
    }
    if (isSettled(held.row, text)) close('', false);
    else if (held.text.length > DIGITS_MAX) swallow();
  }
  /** The row is complete; `prefix` is what else is known to follow, and it goes on with a digit or a placeholder if `isCut`. */
  function close(prefix: string, isCut: boolean): void {
    const { atoms, row, text: written } = held;
    const after = isCut && /\p{L}$/u.test(written + prefix) ? `${prefix}x` : prefix;
    held = heldRow('');
    if (isSwallowing) isSwallowing = false;
    else if (mayBeNumber(row.digits, written)) {
      const context = soFar.text(NUMBER_CONTEXT).replace(/[0-9]/g, 'q');
      const from = context.length;
      const found = findNumber(context + written + after, from, from + written.length, own);
      if (found) return redact(atoms, { ...found, start: found.start - from, end: found.end - from });
    }
    for (const atom of atoms) soFar.show(atom);
  }
  /** What is read anew beside a number that was found may be a row again. */
  function closeAll(isCut: boolean): void {
    while (!isIdle()) close('', isCut);
  }
  function redact(atoms: readonly Atom[], found: FoundNumber): void {
    const { left, right } = apart(atoms, found);
    for (const atom of left) take(atom);
    closeAll(true);
    remove(found.rule);
    for (const atom of right) take(atom);
  }
  function remove(rule: NumberRule): void {
    shown.found(rule);
    soFar.showPlaceholder(PLACEHOLDERS[rule]);
  }
  /** No number is so long: the row goes as far as it goes on. */
  function swallow(): void {
    if (!isSwallowing) remove('digits');
    isSwallowing = true;
    clear();
  }
  function clear(): void {
    held.atoms.length = 0;
    held.text = '';
  }
  const { showWords } = soFar;
  return { ...shown, ...takeWords({ take, isIdle, showWords }), end: () => closeAll(false) };
}

/** An account number may have two digits only, and is long then. */
function mayBeNumber(digits: number, written: string): boolean {
  return digits >= FEWEST_DIGITS || written.length >= FEWEST_OF_ACCOUNT;
}
