import 'server-only';
import type { Stretch } from '../span.ts';

const VIN = /(?<![A-Z0-9])[A-HJ-NPR-Z0-9]{17}(?![A-Z0-9])/gi;
const LABELLED = /\bvin\b(?: (?:number|no\.?|code))?[ :=#]{1,3}(?:is )?$/i;
const LABEL_LENGTH = 24;
const PLATE =
  /\b(?:(?:licen[cs]e|number|registration) plate(?: number| no\.?)?|plate (?:number|no\.?)|plate)(?: ?[:=#]| is| was)? (?<plate>(?=[A-Z0-9 -]{0,9}\d)[A-Z0-9]{1,4}(?:[ -]?[A-Z0-9]{1,5}){0,2})\b/gi;
/** 49 CFR 565.15, tables III and IV: what a letter is worth, and how much a place weighs. */
const WORTH: Readonly<Record<string, number>> = {
  A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8, J: 1, K: 2, L: 3, M: 4, N: 5, P: 7, R: 9, S: 2, T: 3, U: 4, V: 5, W: 6, X: 7, Y: 8, Z: 9,
}; // prettier-ignore
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2] as const;
const CHECK_PLACE = 8;

/** Vehicle identification numbers, by check digit or after `VIN`, and plates after their label. */
export function findVehicleIds(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (const { index, 0: written } of text.matchAll(VIN)) {
    const vin = written.toUpperCase();
    const before = text.slice(Math.max(0, index - LABEL_LENGTH), index);
    if (LABELLED.test(before) || (/[A-Z]/.test(vin) && /\d/.test(vin) && passesVin(vin)))
      found.push({ start: index, end: index + written.length });
  }
  for (const { index, 0: written, groups } of text.matchAll(PLATE)) {
    const end = index + written.length;
    found.push({ start: end - (groups?.plate ?? '').length, end });
  }
  return found;
}

/** The check digit of a vehicle identification number: 49 CFR 565.15(c). */
export function passesVin(vin: string): boolean {
  const sum = WEIGHTS.reduce<number>((total, weight, at) => total + weight * worthOf(vin.charAt(at)), 0);
  const rest = sum % 11;
  return vin.charAt(CHECK_PLACE) === (rest === 10 ? 'X' : String(rest));
}

function worthOf(character: string): number {
  return WORTH[character] ?? Number(character);
}
