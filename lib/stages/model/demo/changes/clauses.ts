import 'server-only';
import { spellSigns } from '../chat-spelling.ts';
import { digitise } from '../entities/number-words.ts';
import { fold, words as wordsOf } from '../normalise.ts';
import type { Language } from '../types.ts';
import { withoutFrames } from '../understanding/frames.ts';
import { sentencesOf } from '../understanding/split-message.ts';
import { mended } from './mend-verbs.ts';

/** Stands for an e-mail address while words are read. */
export const ADDRESS_MARK = 'zqmail';
const ADDRESS = /[^\s<>()"',;:]+@[^\s<>()"',;:]+\.[a-z]{2,24}/giu;
/** Where one thought ends and the next begins. */
const JOINT =
  /[,;:()…]|\s[-–—]+\s|\b(?:and|so|but|because|cause|cuz|then|plus|since|und|aber|weil|denn|deshalb|also|y|pero|porque|asi que|así que|et|mais|parce que|donc|car)\b/giu;

/** A message of so few words is one thought, however it is stopped. */
const FEW_WORDS = 7;

/** One sentence, on folded words: the whole of it first, then its thoughts. */
export type Sentence = {
  readonly whole: string;
  readonly parts: readonly string[];
  readonly isAsked: boolean;
};

/** Every e-mail address of a text, as it was typed. */
export function addressesIn(text: string): string[] {
  return [...text.matchAll(ADDRESS)].map(([address]) => address.replace(/[.!?]+$/u, ''));
}

/** The sentences of a message; `mends` spelling mistakes, which may also turn a rare word into a wrong one. */
export function sentencesIn(typed: string, language: Language, mends: boolean): Sentence[] {
  const text = spellSigns(typed).replace(ADDRESS, ` ${ADDRESS_MARK} `);
  const read = (raw: string) => readable(raw, language, mends);
  const sentences = sentencesOf(text).map((raw) => ({
    whole: read(raw),
    parts: raw.split(JOINT).map(read).filter((part) => part !== ''),
    isAsked: /\?\s*$/u.test(raw),
  })); // prettier-ignore
  const all = sentences.map(({ whole }) => whole).join(' ');
  // "My money. Back. Now.": a few words with stops between them are one thought.
  const isOne = sentences.length > 1 && all.split(' ').length <= FEW_WORDS && !text.includes('?');
  // "WHERE. IS. MY. REFUND.": no word of it means anything by itself.
  const isShouted = isOne && sentences.length > 2 && sentences.every(({ whole }) => !whole.includes(' '));
  const one = { whole: all, parts: [], isAsked: false };
  return isShouted ? [one] : isOne ? [...sentences, one] : sentences;
}

function readable(raw: string, language: Language, mends: boolean): string {
  // A small English "one" stays, other numbers become digits; "e-mail" is one word.
  const words = wordsOf(
    fold(raw)
      .replace(/\be-?mail/g, 'email')
      .replace(/[€$£¥]/gu, ' '),
  );
  const spelt = mends ? mended(words, language) : words;
  const said = digits([...withoutFrames(spelt, language)], language).join(' ');
  return language === 'en' ? said.replace(SEEMS, 'seems') : said;
}

/** "Looks like a seat is on there twice" likes nothing. */
const SEEMS = /\b(?:looks?|seems?|sounds?|feels?) like\b/g;

/** Number words as digits; "once" is eleven in Spanish alone. */
function digits(words: readonly string[], language: Language): string[] {
  if (language === 'es') return digitise(words);
  return words.join(' ').split(/(?<=\bonce) | (?=once\b)/u).flatMap((run) => run === 'once' ? [run] : digitise(run.split(' ')));
} // prettier-ignore
