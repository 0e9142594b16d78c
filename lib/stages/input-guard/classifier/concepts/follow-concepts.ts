import 'server-only';
import * as features from '../feature-list.ts';
import * as letterKinds from '../letters.ts';
import { CONCEPTS } from './list-concepts.ts';
import { conceptOf, endOf, findConcept, NO_CONCEPT } from './find-concept.ts';

// Bound here once, as in `read-features.ts`.
const { addConceptFeature, addTopic } = features;
const { isSemitic, isHangul, isIdeograph, isUnspaced } = letterKinds;

/** What a sentence has been about so far: its first concept, the latest four, and up to where the text has been read. */
export type Trail = {
  until: number;
  first: number;
  last: number;
  before: number;
  earlier: number;
  earliest: number;
};

/** An address (the sign in it), and a question's mark. */
export const CONTACT = CONCEPTS.length + 1;
export const ASKED = CONCEPTS.length + 2;
/** So many features one concept has at most. */
export const PER_CONCEPT = 8;
/** Arabic and Hebrew join "and", "by", "the" to the word. */
const JOINED = 4;
/** The second part of a compound is looked for only by stems of at least so many letters. */
const COMPOUND = 5;

export const newTrail = (): Trail => ({ until: 0, first: 0, last: 0, before: 0, earlier: 0, earliest: 0 });

export function endSentence(trail: Trail): void {
  trail.first = trail.last = trail.before = trail.earlier = trail.earliest = NO_CONCEPT;
}

/** Looks for a concept that begins with this letter, the `letters`-th of its word (from 0), and adds its features. */
export function followLetter(
  to: features.FeatureList,
  trail: Trail,
  text: string,
  at: number,
  letters: number,
): void {
  if (at < trail.until) return;
  const code = text.charCodeAt(at);
  const isAnywhere = code >= 0x0e00 && (isIdeograph(code) || isHangul(code) || isUnspaced(code));
  const isCompound = !isAnywhere && letters > 0 && (at === trail.until || at === trail.until + 1);
  if (!isAnywhere && letters > 0 && !isCompound && !(letters < JOINED && isSemitic(code))) return;
  const found = findConcept(text, at);
  if (found === NO_CONCEPT) return;
  const end = endOf(found);
  if (isCompound && end - at < COMPOUND) return;
  trail.until = end;
  addTopic(to, conceptOf(found));
  takeConcept(to, trail, conceptOf(found));
}

/** A concept by itself, whether it begins the sentence, and together with those before it. */
export function takeConcept(to: features.FeatureList, trail: Trail, concept: number): void {
  const { first, last, before, earlier, earliest } = trail;
  if (concept === last) return;
  addConceptFeature(to, concept ^ 0x2545f491);
  if (first === NO_CONCEPT) {
    trail.first = concept;
    if (to.begins[to.tokens] === 1) addConceptFeature(to, concept ^ 0x38495ab5);
  } else addConceptFeature(to, ((first << 8) | concept) ^ 0x51ed270b);
  if (last !== NO_CONCEPT) addConceptFeature(to, ((last << 8) | concept) ^ 0x6c078965);
  if (before !== NO_CONCEPT) {
    addConceptFeature(to, ((before << 16) | (last << 8) | concept) ^ 0x4cf5ad43);
    addConceptFeature(to, ((before << 8) | concept) ^ 0x165667b1);
  }
  if (earlier !== NO_CONCEPT) addConceptFeature(to, ((earlier << 8) | concept) ^ 0x165667b1);
  if (earliest !== NO_CONCEPT) addConceptFeature(to, ((earliest << 8) | concept) ^ 0x165667b1);
  trail.earliest = earlier;
  trail.earlier = before;
  trail.before = last;
  trail.last = concept;
}
