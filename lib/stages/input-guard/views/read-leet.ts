import 'server-only';

const SIGNS: Readonly<Record<string, string>> = {
  0: 'o', 1: 'i', 2: 'z', 3: 'e', 4: 'a', 5: 's', 6: 'g', 7: 't', 8: 'b', 9: 'g', '@': 'a', $: 's', '!': 'i', '|': 'l', '+': 't', '€': 'e', '£': 'l', '¡': 'i',
}; // prettier-ignore
/** A sign between letters, or before some. */
const IN_WORD = /[a-z][0-9@$!|+€£¡]+[a-z]|\b[0-9@$][a-z]{2}/;
/** Amounts, ordinals, units and such: figures that mean figures. */
const FIGURE =
  /^[^a-z]*\d+(?:st|nd|rd|th|k|m|x|h|min|am|pm|px|gb|mb|tb|kb|er|eme|usd|eur|gbp|ps)?[^a-z0-9]*$/;
const WORD = /\S{2,48}/g;
const MIN_WORDS = 2;

/**
 * The text (lower case) with figures and signs inside words read as the letters they look like; empty where fewer than
 * two words are written so. A `1` may be an i or an l: the second reading is another view.
 */
export function readLeet(form: string, one: 'i' | 'l'): string {
  if (one === 'l' && !form.includes('1')) return '';
  let words = 0;
  const read = form.replace(WORD, (word) => {
    if (!isLetter(word.charCodeAt(0)) && FIGURE.test(word)) return word;
    if (words < MIN_WORDS && IN_WORD.test(word)) words += 1;
    return lettersOf(word, one);
  });
  return words < MIN_WORDS ? '' : read;
}

/** An exclamation mark is a letter only before another one. */
function lettersOf(word: string, one: 'i' | 'l'): string {
  let read = '';
  for (let index = 0; index < word.length; index += 1) {
    const sign = word.charAt(index);
    const letter = sign === '1' ? one : SIGNS[sign];
    const isMark = sign === '!' && !isLetterOrDigit(word.charCodeAt(index + 1));
    read += letter === undefined || isMark ? sign : letter;
  }
  return read;
}

function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isLetterOrDigit(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x39);
}
