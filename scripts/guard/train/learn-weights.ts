import { findWorst } from '#lib/stages/input-guard/classifier/find-worst.ts';
import { BUCKETS } from '#lib/stages/input-guard/classifier/policy.ts';
import { type Features, FIRST_CONCEPT_BUCKET } from '#lib/stages/input-guard/classifier/feature-list.ts';
import { seededRandom } from '../random.ts';

/** One text as it is screened: the features of each of its readings, what it is, and how much it counts. */
export type Example = {
  readonly views: readonly Features[];
  readonly isAttack: boolean;
  readonly weight: number;
};
export type Learned = { readonly weights: Float64Array; readonly bias: number };

const SEED = 20_260_901;
const RATE = 0.08;
/** So much of a weight is taken away in each step that uses it: more from the few features of concepts, which are in every text. */
const DECAY = 1e-6;
const CONCEPT_RATE = 0.12;
const CONCEPT_DECAY = 1e-4;
/** So many features of a stretch are left out in each step, so that no single one carries a verdict. */
const DROPPED = 0.5;
const DROPPED_CONCEPTS = 0.3;
/** In so many steps no word counts at all: what a text is about must tell by itself, before rare words explain everything. */
const WORDLESS = 0.5;
const EPSILON = 1e-8;

/**
 * Logistic regression over the worst stretch of the worst reading, by AdaGrad: an attack teaches by the stretch that gives it away,
 * an innocent text by the one that looks worst. The same examples in the same order always give the same weights.
 */
export function learnWeights(
  examples: readonly Example[],
  epochs: number,
  tell: (epoch: number) => void,
): Learned {
  const state = {
    weights: new Float64Array(BUCKETS),
    squares: new Float64Array(BUCKETS),
    bias: 0,
    biasSquares: 0,
  };
  const random = seededRandom(SEED);
  const order = examples.map((_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (example) learnFrom(example, state, random, epoch === 0);
    }
    tell(epoch + 1);
  }
  return { weights: state.weights, bias: state.bias };
}

type State = { weights: Float64Array; squares: Float64Array; bias: number; biasSquares: number };

function learnFrom(example: Example, state: State, random: () => number, isFirst: boolean): void {
  const { used, score } = readStretch(example, state, random, isFirst);
  const slope = (1 / (1 + Math.exp(-score)) - (example.isAttack ? 1 : 0)) * example.weight;
  if (Math.abs(slope) < 1e-4) return;
  for (const bucket of used) step(state, bucket, slope);
  state.biasSquares += slope * slope;
  state.bias -= (RATE * slope) / (Math.sqrt(state.biasSquares) + EPSILON);
}

/** The stretch an example teaches by: its features without those that are left out this time, and their score. */
function readStretch(example: Example, state: State, random: () => number, isFirst: boolean) {
  const found = worstView(example.views, state.weights);
  // At first nothing is known of where an attack gives itself away: its beginning is the best guess.
  const from = isFirst && example.isAttack ? 0 : found.from;
  const to = isFirst && example.isAttack ? Math.min(found.to - found.from, found.features.tokens) : found.to;
  const { buckets, ends } = found.features;
  const last = ends[to - 1] ?? 0;
  const dropped = random() < WORDLESS ? 1 : DROPPED;
  const used: number[] = [];
  let score = state.bias;
  for (let at = from === 0 ? 0 : (ends[from - 1] ?? 0); at < last; at += 1) {
    const bucket = buckets[at] ?? 0;
    if (random() < (isOfConcept(bucket) ? DROPPED_CONCEPTS : dropped)) continue;
    used.push(bucket);
    score += (state.weights[bucket] ?? 0) / keptOf(bucket);
  }
  return { used, score };
}

const isOfConcept = (bucket: number): boolean => bucket >= FIRST_CONCEPT_BUCKET;
const keptOf = (bucket: number): number => 1 - (isOfConcept(bucket) ? DROPPED_CONCEPTS : DROPPED);

function step(state: State, bucket: number, slope: number): void {
  const weight = state.weights[bucket] ?? 0;
  const isConcept = isOfConcept(bucket);
  const gradient = slope / keptOf(bucket) + (isConcept ? CONCEPT_DECAY : DECAY) * weight;
  const squares = (state.squares[bucket] ?? 0) + gradient * gradient;
  state.squares[bucket] = squares;
  state.weights[bucket] =
    weight - ((isConcept ? CONCEPT_RATE : RATE) * gradient) / (Math.sqrt(squares) + EPSILON);
}

/** The reading whose worst stretch is the worst of all. */
export function worstView(views: readonly Features[], weights: Float64Array | Int8Array) {
  let best: { features: Features; score: number; from: number; to: number } | undefined;
  for (const features of views) {
    const found = findWorst(features, weights);
    if (!best || found.score > best.score) best = { features, ...found };
  }
  if (!best) throw new Error('a text without a reading');
  return best;
}

function shuffle(list: number[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other] ?? 0, list[at] ?? 0];
  }
}
