import 'server-only';
import { fixSlip } from './chat-spelling.ts';
import { SAYINGS, type Saying } from './lexicon/tables.ts';
import { repair } from './spelling.ts';
import { LANGUAGES, type Language } from './types.ts';

/** Sayings by how they begin: with one word or two that stand whole, by a word's beginning (under its first letters), by its ending. */
type Index = {
  whole: Map<string, Saying[]>;
  pairs: Map<string, Saying[]>;
  prefix: Map<string, Saying[]>;
  suffix: Saying[];
};
const NONE: readonly Saying[] = [];
/** Letters of a beginning under which it is looked up, two where it has no more. */
const START = 4;

function indexed(list: readonly Saying[]): Index {
  const index: Index = { whole: new Map(), pairs: new Map(), prefix: new Map(), suffix: [] };
  const put = (map: Map<string, Saying[]>, key: string, saying: Saying) =>
    map.set(key, [...(map.get(key) ?? []), saying]);
  for (const saying of list) {
    const [first = '', second] = saying.parts;
    if (first.startsWith('*')) index.suffix.push(saying);
    else if (first.endsWith('*'))
      put(index.prefix, first.slice(0, Math.min(START, first.length - 1)), saying);
    else if (second === undefined || second.includes('*')) put(index.whole, first, saying);
    else put(index.pairs, `${first} ${second}`, saying);
  }
  return index;
}

const INDEXES: Readonly<Record<Language, Index>> = {
  en: indexed(SAYINGS.en),
  de: indexed(SAYINGS.de),
  es: indexed(SAYINGS.es),
  fr: indexed(SAYINGS.fr),
};

export type Hit = { concept: string; start: number; length: number };

/** Spelling mistakes repaired, word by word. */
export function repaired(words: readonly string[], language: Language): string[] {
  const spelt = language === 'en' ? words.flatMap((word) => fixSlip(word).split(' ')) : words;
  return spelt.map((word) => repair(word, language));
}

/**
 * The concepts these words express. A phrase hides the single words inside it ("credit card" is no credit), unless they
 * express the same concept.
 */
export function findConcepts(words: readonly string[], language: Language): Hit[] {
  const index = INDEXES[language];
  const hits: Hit[] = [];
  const add = (start: number, candidates: readonly Saying[] = NONE) => {
    for (const { concept, parts } of candidates)
      if (allFit(parts, words, start)) hits.push({ concept, start, length: parts.length });
  };
  words.forEach((word, start) => {
    add(start, index.whole.get(word));
    add(start, index.pairs.get(`${word} ${words[start + 1] ?? ''}`));
    for (let letters = 2; letters <= START && letters <= word.length; letters += 1)
      add(start, index.prefix.get(word.slice(0, letters)));
    add(start, index.suffix);
  });
  return hits.filter((hit) => !hits.some((other) => hides(other, hit)));
}

/** Words that mean themselves inside a phrase too ("payment method" is about payments). */
const NEVER_HIDDEN = new Set(
  'invoice payment charge plan seat card refund when who why explain howmuch howmany me you what'.split(' '),
);

function hides(larger: Hit, hit: Hit): boolean {
  return (
    !NEVER_HIDDEN.has(hit.concept) &&
    larger.length > hit.length &&
    larger.length > 1 &&
    larger.start <= hit.start &&
    hit.start + hit.length <= larger.start + larger.length
  );
}

function allFit(parts: readonly string[], words: readonly string[], start: number): boolean {
  for (let at = 0; at < parts.length; at += 1) if (!fits(parts[at] ?? '', words[start + at])) return false;
  return true;
}

function fits(part: string, word: string | undefined): boolean {
  if (word === undefined) return false;
  if (part.endsWith('*')) return word.startsWith(part.slice(0, -1));
  if (part.startsWith('*')) return word.endsWith(part.slice(1)) && word.length > part.length;
  return part === word;
}

/** How many words of the text each language's lexicon knows. */
export function countKnown(words: readonly string[]): Record<Language, number> {
  const counts: Record<Language, number> = { en: 0, de: 0, es: 0, fr: 0 };
  for (const language of LANGUAGES) {
    const covered = findConcepts(words, language).flatMap((hit) =>
      Array.from({ length: hit.length }, (_, at) => hit.start + at),
    );
    counts[language] = new Set(covered).size;
  }
  return counts;
}
