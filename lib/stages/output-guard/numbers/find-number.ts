import 'server-only';
import { findPersonalData } from '#lib/kernel/personal-data/find-personal-data.ts';
import { REMOVED_NUMBERS } from '../policy.ts';

type Removed = keyof typeof REMOVED_NUMBERS;
export type NumberRule = (typeof REMOVED_NUMBERS)[Removed] | 'digits';
export type FoundNumber = { readonly rule: NumberRule; readonly start: number; readonly end: number };
/** How much of a number's writing, from its start, is a number that may be shown: 0 for nothing. */
export type OwnNumbers = (written: string) => number;

/** So few digits, without letters beside them, can be a telephone number only. */
const FEW_DIGITS = 7;
const LETTERS_BESIDE = /(?<![A-Za-z0-9])[A-Za-z]{1,2}[ .-]?[0-9]|[0-9][A-Za-z]/;
const PHONE_ONLY = ['phone'] as const;
const REMOVED = Object.keys(REMOVED_NUMBERS).filter(isRemoved);

/**
 * The first number after `from` that must not be shown, at most to `to`. What stands before `from` was shown: of a number
 * that began there without a digit (`DE 89 …`), the rest is found.
 */
export function findNumber(text: string, from: number, to: number, own: OwnNumbers): FoundNumber | undefined {
  for (const { kind, start, end } of findPersonalData(text, kindsIn(text.slice(Math.max(0, from - 4))))) {
    if (end <= from || start >= to || !isRemoved(kind)) continue;
    const known = own(text.slice(start, end));
    // What stands beside an own number is judged without it.
    if (known > 0) return findNumber(withoutStretch(text, start, start + known), from, to, own);
    return { rule: REMOVED_NUMBERS[kind], start: Math.max(start, from), end: Math.min(end, to) };
  }
  return undefined;
}

function kindsIn(row: string): readonly Removed[] {
  const isShort = row.replace(/[^0-9]/g, '').length <= FEW_DIGITS;
  return isShort && !LETTERS_BESIDE.test(row) ? PHONE_ONLY : REMOVED;
}

function isRemoved(kind: string): kind is Removed {
  return Object.hasOwn(REMOVED_NUMBERS, kind);
}

/** Of the same length. */
function withoutStretch(text: string, start: number, end: number): string {
  return text.slice(0, start) + ';'.repeat(end - start) + text.slice(end);
}
