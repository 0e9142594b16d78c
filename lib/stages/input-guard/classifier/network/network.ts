import 'server-only';
import { CONCEPTS } from '../concepts/list-concepts.ts';
import {
  FILTER_REACH,
  FILTERS,
  HIDDEN,
  PATTERN_REACH,
  PATTERNS,
  UNIT_PLACES,
  VECTOR_LENGTH,
} from '../policy.ts';

/**
 * A network that reads the units of a stretch in their order: eight numbers stand for each unit, eight more for what it is about, and
 * they are added up. Patterns say how much of what they look for is around a unit; filters look at the numbers and the patterns of three
 * units in a row, each keeps where it found most of what it looks for, and two layers judge what was found (Kim, Convolutional Neural
 * Networks for Sentence Classification, 2014, with a second convolution).
 */
export type Network = {
  /** Which unit each place is for. */
  readonly marks: Uint8Array;
  /** `VECTOR_LENGTH` numbers for each place. */
  readonly vectors: Float32Array;
  /** As many for each concept; concept 0 is none. */
  readonly concepts: Float32Array;
  /** Patterns, filters and both layers, one behind the other (`AT`). */
  readonly layers: Float32Array;
};

/** No concept, those of words, an address, and a question's mark. */
export const CONCEPT_ROWS = CONCEPTS.length + 3;
/** How many numbers a pattern looks at, how many stand for a unit together with its patterns, and how many of those a filter looks at. */
export const PATTERN_SIZE = PATTERN_REACH * VECTOR_LENGTH;
export const READ_LENGTH = VECTOR_LENGTH + PATTERNS;
export const FILTER_SIZE = FILTER_REACH * READ_LENGTH;

const PATTERN_BIASES = PATTERNS * PATTERN_SIZE;
const FILTERS_AT = PATTERN_BIASES + PATTERNS;
const FILTER_BIASES = FILTERS_AT + FILTERS * FILTER_SIZE;
const HIDDEN_AT = FILTER_BIASES + FILTERS;
const HIDDEN_BIASES = HIDDEN_AT + HIDDEN * FILTERS;
const ANSWER = HIDDEN_BIASES + HIDDEN;
const ANSWER_BIAS = ANSWER + HIDDEN;

/** Where in `layers` each part begins; the patterns are first. */
export const AT = {
  patternBiases: PATTERN_BIASES,
  filters: FILTERS_AT,
  filterBiases: FILTER_BIASES,
  hidden: HIDDEN_AT,
  hiddenBiases: HIDDEN_BIASES,
  answer: ANSWER,
  answerBias: ANSWER_BIAS,
} as const;
export const LAYERS_SIZE = ANSWER_BIAS + 1;

export const emptyNetwork = (): Network => ({
  marks: new Uint8Array(UNIT_PLACES),
  vectors: new Float32Array(UNIT_PLACES * VECTOR_LENGTH),
  concepts: new Float32Array(CONCEPT_ROWS * VECTOR_LENGTH),
  layers: new Float32Array(LAYERS_SIZE),
});
