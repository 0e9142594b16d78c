import 'server-only';
import { type Reading, scoreIntents, weighed } from '../intents/score.ts';
import type { Language } from '../types.ts';
import { guessByExamples } from './guess-by-examples.ts';
import { readWords, type Words } from './read-words.ts';

/** Fewer words are like anything. */
const SHORTEST = 1;

export type Segment = Words & { readings: readonly Reading[] };

const remembered = new Map<string, Segment>();
const REMEMBERED_MAX = 500;

/** A piece of text: its words, concepts, what it names, and what it may be asking. The same piece is read once. */
export function readSegment(raw: string, language: Language, today: string): Segment {
  const key = `${language} ${today} ${raw}`;
  const known = remembered.get(key);
  if (known) return known;
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  const segment = readAnew(raw, language, today);
  remembered.set(key, segment);
  return segment;
}

function readAnew(raw: string, language: Language, today: string): Segment {
  const read = readWords(raw, language, today);
  const readings = scoreIntents(read.concepts);
  return {
    ...read,
    readings: read.words.length < SHORTEST ? readings : weighed(readings, guessByExamples(read)),
  };
}
