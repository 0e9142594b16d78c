import 'server-only';
import { SEARCH_MAX_WORDS } from '#lib/contract/search.ts';

const ASCII = /^[\x00-\x7f]*$/;
/**
 * What people leave out when they search: accents (U+0300–036F), vowel points of Hebrew and Arabic and the tatweel, and characters
 * that can't be seen. The marks of other scripts are letters to their readers, as the vowels of Thai and Hindi are, and stay.
 */
const LEFT_OUT =
  /[\u00ad\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** Letters that Unicode does not take apart and people type without what is special about them. Two sigmas are one letter. */
const ALIKE: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ł', 'l'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ς', 'σ'],
]);
const ALIKE_LETTERS = new RegExp(`[${[...ALIKE.keys()].join('')}]`, 'g');

/** A text as it is compared: compatibility forms (NFKD), accents and case out of the way. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(LEFT_OUT, '')
    .toLowerCase()
    .replace(ALIKE_LETTERS, (letter) => ALIKE.get(letter) ?? letter);
}

/** The words of a search, folded; the longest first, because it is the least likely to occur. Empty where it says nothing. */
export function wordsOf(search: string): string[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  return [...new Set(words)].slice(0, SEARCH_MAX_WORDS).toSorted((a, b) => b.length - a.length);
}

/** Whether every word occurs. Parts of words do, too: there are languages that put nothing between theirs. */
export function hasWords(text: string, words: readonly string[]): boolean {
  const folded = fold(text);
  return words.every((word) => folded.includes(word));
}
