import 'server-only';
import { CONCEPT_PLACES, MARKS, PLACES } from './policy.ts';

/**
 * The features of a text: each id is a place of the table of weights and a mark, `place * MARKS + mark`. `ends[i]` is how many
 * there are up to token `i`, and `begins[i]` is 1 where token `i` is the first of a sentence.
 */
export type Features = {
  readonly ids: Int32Array;
  readonly ends: Int32Array;
  readonly begins: Uint8Array;
  readonly tokens: number;
};

/** Features while they are being read. */
export type FeatureList = {
  readonly ids: Int32Array;
  readonly ends: Int32Array;
  readonly begins: Uint8Array;
  count: number;
  tokens: number;
};

export const FEATURES = PLACES * MARKS;
/** Features of concepts have the end of the table for themselves. */
export const FIRST_CONCEPT_PLACE = PLACES - CONCEPT_PLACES;
export const FIRST_CONCEPT = FIRST_CONCEPT_PLACE * MARKS;
const WORD_SPREAD = FIRST_CONCEPT / 2 ** 32;
const CONCEPT_SPREAD = (FEATURES - FIRST_CONCEPT) / 2 ** 32;

/** Written over by every text: getting new memory for so many features takes longer than reading them. */
let scratch = { ids: new Int32Array(0), ends: new Int32Array(0), begins: new Uint8Array(0) };

/** An empty list with room for so many features and tokens; it lives until the next one is asked for. */
export function newFeatureList(size: number, tokens: number): FeatureList {
  if (scratch.ids.length < size || scratch.ends.length < tokens)
    scratch = {
      ids: new Int32Array(size),
      ends: new Int32Array(tokens),
      begins: new Uint8Array(tokens + 1),
    };
  scratch.begins.fill(0, 0, tokens + 1);
  scratch.begins[0] = 1;
  return { ...scratch, count: 0, tokens: 0 };
}

/** What was read, where it was written: until the next text is read. */
export function finishFeatures({ ids, ends, begins, count, tokens }: FeatureList): Features {
  return {
    ids: ids.subarray(0, count),
    ends: ends.subarray(0, tokens),
    begins: begins.subarray(0, tokens + 1),
    tokens,
  };
}

/** The same in memory of its own, for whoever reads more than one text. */
export function keepFeatures({ ids, ends, begins, tokens }: Features): Features {
  return { ids: ids.slice(), ends: ends.slice(), begins: begins.slice(), tokens };
}

export function addWordFeature(to: FeatureList, key: number): void {
  to.ids[to.count] = mixed(key) * WORD_SPREAD;
  to.count += 1;
}

export function addConceptFeature(to: FeatureList, key: number): void {
  to.ids[to.count] = FIRST_CONCEPT + mixed(key) * CONCEPT_SPREAD;
  to.count += 1;
}

/** The last steps of MurmurHash3, so that neighbours do not fall on neighbouring places. */
function mixed(key: number): number {
  let hash = Math.imul(key ^ (key >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
