import 'server-only';
import { type Reading, scoreIntents, weighed } from '../intents/score.ts';
import type { Language } from '../types.ts';
import { guessByExamples } from './guess-by-examples.ts';
import { readWords, type Words } from './read-words.ts';

/** Fewer words are like anything. */
const SHORTEST = 3;

export type Segment = Words & { readings: readonly Reading[] };

/** A piece of text: its words, concepts, what it names, and what it may be asking. */
export function readSegment(raw: string, language: Language, today: string): Segment {
  const read = readWords(raw, language, today);
  const readings = scoreIntents(read.concepts);
  return {
    ...read,
    readings: read.words.length < SHORTEST ? readings : weighed(readings, guessByExamples(read)),
  };
}
