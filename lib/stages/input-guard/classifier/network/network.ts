import 'server-only';
import { CONCEPTS } from '../concepts/list-concepts.ts';
import { FILTER_REACH, FILTERS, HIDDEN, UNIT_MARKS, UNIT_PLACES, VECTOR_LENGTH } from '../policy.ts';

/**
 * A network that reads the units of a stretch in their order: eight numbers stand for each unit, eight more for what it is about, and
 * they are added up; filters look at five units in a row, each keeps where it found most of what it looks for, and two layers judge
 * what was found (Kim, Convolutional Neural Networks for Sentence Classification, 2014).
 */
export type Network = {
  /** Which unit each place is for. */
  readonly marks: Uint8Array;
  /** `VECTOR_LENGTH` numbers for each place. */
  readonly vectors: Float32Array;
  /** As many for each concept; concept 0 is none. */
  readonly concepts: Float32Array;
  /** Filters and both layers, one behind the other (`AT`). */
  readonly layers: Float32Array;
};

export const UNIT_MARK_BITS = Math.log2(UNIT_MARKS);
/** No concept, those of words, an address, and a question's mark. */
export const CONCEPT_ROWS = CONCEPTS.length + 3;
/** How many numbers a filter looks at. */
export const FILTER_SIZE = FILTER_REACH * VECTOR_LENGTH;

const FILTER_BIASES = FILTERS * FILTER_SIZE;
const HIDDEN_AT = FILTER_BIASES + FILTERS;
const HIDDEN_BIASES = HIDDEN_AT + HIDDEN * FILTERS;
const ANSWER = HIDDEN_BIASES + HIDDEN;
const ANSWER_BIAS = ANSWER + HIDDEN;

/** Where in `layers` each part begins; the filters are first. */
export const AT = {
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
