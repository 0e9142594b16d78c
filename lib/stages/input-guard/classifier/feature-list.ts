import 'server-only';
import { CONCEPT_PLACES, MARKS, PLACES, UNIT_MARKS, UNIT_PLACES } from './policy.ts';

/**
 * The features of a text: each id is a place of the table of weights and a mark, `place * MARKS + mark`. `ends[i]` is how many
 * there are up to token `i`, and `begins[i]` is 1 where token `i` is the first of a sentence. `units` are what the network reads, one
 * after the other, `place * UNIT_MARKS + mark` each, `unitEnds[i]` how many up to token `i`; `about` holds two concepts for each, 0 for
 * none.
 */
export type Features = {
  readonly ids: Int32Array;
  readonly ends: Int32Array;
  readonly begins: Uint8Array;
  readonly tokens: number;
  readonly units: Int32Array;
  readonly unitEnds: Int32Array;
  readonly about: Uint8Array;
};

/** Features while they are being read. */
export type FeatureList = Omit<Features, 'tokens'> & {
  count: number;
  tokens: number;
  unitCount: number;
  /** What the unit being read is about: up to two concepts. */
  topic: number;
  otherTopic: number;
};

export const FEATURES = PLACES * MARKS;
/** Features of concepts have the end of the table for themselves. */
export const FIRST_CONCEPT_PLACE = PLACES - CONCEPT_PLACES;
export const FIRST_CONCEPT = FIRST_CONCEPT_PLACE * MARKS;
const WORD_SPREAD = FIRST_CONCEPT / 2 ** 32;
const CONCEPT_SPREAD = (FEATURES - FIRST_CONCEPT) / 2 ** 32;
export const UNITS = UNIT_PLACES * UNIT_MARKS;
const UNIT_SPREAD = UNITS / 2 ** 32;

/** Written over by every text: getting new memory for so many features takes longer than reading them. */
let scratch = newScratch(0, 0);

function newScratch(size: number, tokens: number) {
  return {
    ids: new Int32Array(size),
    ends: new Int32Array(tokens),
    begins: new Uint8Array(tokens + 1),
    units: new Int32Array(tokens),
    unitEnds: new Int32Array(tokens),
    about: new Uint8Array(2 * tokens),
  };
}

/** An empty list with room for so many features and as many units as tokens; it lives until the next one is asked for. */
export function newFeatureList(size: number, tokens: number): FeatureList {
  if (scratch.ids.length < size || scratch.ends.length < tokens) scratch = newScratch(size, tokens);
  scratch.begins.fill(0, 0, tokens + 1);
  scratch.begins[0] = 1;
  return { ...scratch, count: 0, tokens: 0, unitCount: 0, topic: 0, otherTopic: 0 };
}

/** What was read, where it was written: until the next text is read. */
export function finishFeatures(list: FeatureList): Features {
  const { count, tokens, unitCount } = list;
  return {
    ids: list.ids.subarray(0, count),
    ends: list.ends.subarray(0, tokens),
    begins: list.begins.subarray(0, tokens + 1),
    tokens,
    units: list.units.subarray(0, unitCount),
    unitEnds: list.unitEnds.subarray(0, tokens),
    about: list.about.subarray(0, 2 * unitCount),
  };
}

/** The same in memory of its own, for whoever reads more than one text. */
export function keepFeatures({ ids, ends, begins, tokens, units, unitEnds, about }: Features): Features {
  return {
    ids: ids.slice(),
    ends: ends.slice(),
    begins: begins.slice(),
    tokens,
    units: units.slice(),
    unitEnds: unitEnds.slice(),
    about: about.slice(),
  };
}

export function addWordFeature(to: FeatureList, key: number): void {
  to.ids[to.count] = mixed(key) * WORD_SPREAD;
  to.count += 1;
}

export function addConceptFeature(to: FeatureList, key: number): void {
  to.ids[to.count] = FIRST_CONCEPT + mixed(key) * CONCEPT_SPREAD;
  to.count += 1;
}

/** What the network reads next, and what it is about. */
export function addUnit(to: FeatureList, key: number): void {
  to.units[to.unitCount] = mixed(key) * UNIT_SPREAD;
  to.about[2 * to.unitCount] = to.topic;
  to.about[2 * to.unitCount + 1] = to.otherTopic;
  to.unitCount += 1;
  to.topic = 0;
  to.otherTopic = 0;
}

export function addTopic(to: FeatureList, concept: number): void {
  if (to.topic === 0) to.topic = concept;
  else if (to.otherTopic === 0 && concept !== to.topic) to.otherTopic = concept;
}

/** The last steps of MurmurHash3, so that neighbours do not fall on neighbouring places. */
function mixed(key: number): number {
  let hash = Math.imul(key ^ (key >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
