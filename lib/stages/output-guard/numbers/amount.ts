import 'server-only';
import { FEWEST_DIGITS } from '#lib/kernel/personal-data/span.ts';

/**
 * Amounts of up to seven digits are no number of a person for any detector: a sign of money keeps letters away from them, and
 * no part between two commas has enough digits for a telephone. `part` counts those of the last part, -1 for no amount.
 */
const MOST_DIGITS = 7;
const MONEY = /[€£$]$/;

/** The part that begins after this text. */
export function amountAfter(before: string): number {
  return MONEY.test(before) ? 0 : -1;
}

/** The part after a gap within an amount. */
export function amountAcross(part: number, gap: string): number {
  if (gap === ',') return part < 0 ? part : 0;
  return gap === '.' ? part : -1;
}

/** Whether so many digits are too few for a number of a person. */
export function isTooFew(digits: number, part: number): boolean {
  if (digits < FEWEST_DIGITS) return true;
  return part >= 0 && part < FEWEST_DIGITS && digits <= MOST_DIGITS;
}

/** Of what is too few, no word that follows can make a number. */
export function asFew(digits: number): number {
  return Math.min(digits, FEWEST_DIGITS - 1);
}
