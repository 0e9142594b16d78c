import 'server-only';
import { COMMON_WORDS } from './lexicon/common-words.ts';
import { KNOWN_STEMS, KNOWN_WORDS, LEXICON_WORDS } from './lexicon/index-words.ts';
import { MORE_COMMON_WORDS } from './lexicon/more-common-words.ts';
import type { Language } from './types.ts';

const common = new Set([...COMMON_WORDS, ...MORE_COMMON_WORDS]);
const remembered = new Map<string, string>();
const REMEMBERED_MAX = 20_000;

/** A word and the set of its letters, a bit each. */
type Target = { word: string; letters: number };
/** Words worth repairing towards, by length, so that a search looks at few. */
type ByLength = ReadonlyMap<number, readonly Target[]>;
const targets = new Map<Language, ByLength>();

function targetsOf(language: Language): ByLength {
  const ready = targets.get(language);
  if (ready) return ready;
  const byLength = new Map<number, Target[]>();
  for (const word of new Set([...LEXICON_WORDS[language].full, ...LEXICON_WORDS[language].inflected])) {
    if (word.length < 4) continue;
    const alike = byLength.get(word.length) ?? [];
    alike.push({ word, letters: lettersOf(word) });
    byLength.set(word.length, alike);
  }
  targets.set(language, byLength);
  return byLength;
}

/** The nearest word of the language's lexicon for a misspelt one; the word itself where none is near or it is a word already. */
export function repair(word: string, language: Language = 'en'): string {
  if (word.length < 4 || /\d/.test(word) || isKnown(word, language)) return word;
  const key = `${language} ${word}`;
  const earlier = remembered.get(key);
  if (earlier !== undefined) return earlier;
  const found = nearest(word, targetsOf(language));
  if (remembered.size < REMEMBERED_MAX) remembered.set(key, found);
  return found;
}

/** A word as it stands, or a plain inflection of one. */
export function isKnown(word: string, language: Language): boolean {
  if (common.has(word) || KNOWN_WORDS[language].has(word)) return true;
  if (KNOWN_STEMS[language].some((stem) => word.startsWith(stem))) return true;
  const root = /^(.{3,}?)(?:s|es|ed|d|ing|ly|er|ers)$/.exec(word)?.[1];
  return root !== undefined && (COMMON_WORDS.has(root) || COMMON_WORDS.has(`${root}e`));
}

function nearest(word: string, byLength: ByLength): string {
  const allowed = word.length <= 6 ? 1 : word.length <= 9 ? 1.6 : 2;
  let best = word;
  let least = allowed + 0.01;
  const own = lettersOf(word);
  for (let length = word.length - 2; length <= word.length + 2; length += 1) {
    for (const { word: candidate, letters } of byLength.get(length) ?? []) {
      // Each slip costs 0.6 at least and takes one letter for another at most: words with other letters are too far away.
      if (countBits(own ^ letters) > 2 * Math.floor(least / 0.6)) continue;
      // Another first letter costs more than a short word may.
      if (least < OTHER_START && !startsAlike(word, candidate)) continue;
      const distance = weigh(word, candidate, least);
      if (distance < least || (distance === least && candidate < best)) [best, least] = [candidate, distance];
    }
  }
  return best;
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Edit distance with transpositions at 0.6; a changed first letter costs more, a changed letter in a short word too much. */
function weigh(word: string, candidate: string, limit: number): number {
  const distance = editDistance(word, candidate, limit);
  const firstLetter = startsAlike(word, candidate) ? 0 : 0.5;
  const short =
    Math.min(word.length, candidate.length) <= 4 && word.length === candidate.length && distance >= 1
      ? 0.5
      : 0;
  return distance + firstLetter + short;
}

/** What another first letter costs at least. */
const OTHER_START = 0.6 + 0.5;

function startsAlike(word: string, candidate: string): boolean {
  return word[0] === candidate[0] || (word[0] === candidate[1] && word[1] === candidate[0]);
}

/** Letters that are written for each other by ear. */
const SOUNDS_ALIKE = new Set(['yi', 'iy', 'ck', 'kc', 'sz', 'zs', 'gj', 'jg', 'vw', 'wv']);

/** Optimal string alignment distance; `Infinity` as soon as it must exceed `limit`. */
export function editDistance(a: string, b: string, limit = Infinity): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const change = same ? 0 : SOUNDS_ALIKE.has(`${a[i - 1]}${b[j - 1]}`) ? 0.6 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 0.6);
      // A letter doubled or left out of a pair is the commonest slip.
      if (same === false && a[i - 1] === a[i - 2]) cost = Math.min(cost, (last[j] ?? 0) + 0.6);
      if (same === false && b[j - 1] === b[j - 2]) cost = Math.min(cost, (row[j - 1] ?? 0) + 0.6);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return Infinity;
    [before, last] = [last, row];
  }
  return last[b.length] ?? Infinity;
}
