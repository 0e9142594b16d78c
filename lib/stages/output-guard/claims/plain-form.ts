import 'server-only';
import { NOUGHTS, STANDS_FOR } from './policy.ts';

const DIGIT_RANGES = NOUGHTS.map(
  (nought) => `${String.fromCharCode(nought)}-${String.fromCharCode(nought + 9)}`,
).join('');
const FOREIGN = new RegExp(`[${DIGIT_RANGES}${Object.keys(STANDS_FOR).join('').replace('-', '\\-')}]`, 'gu');

/** A space that does not break groups digits: as good as an apostrophe, and not the space between two numbers. */
const THIN_GROUP = /(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))/gu;

/** The same text with the digits, spaces and signs that patterns know, each in its place: offsets hold for both. */
export function plainForm(text: string): string {
  return text
    .replace(THIN_GROUP, "'")
    .replace(FOREIGN, (character) => STANDS_FOR[character] ?? asciiDigit(character));
}

function asciiDigit(character: string): string {
  const code = character.charCodeAt(0);
  const nought = NOUGHTS.find((one) => code >= one && code <= one + 9) ?? code;
  return String(code - nought);
}
