import { findWorst } from '#lib/stages/input-guard/classifier/find-worst.ts';
import type { Features } from '#lib/stages/input-guard/classifier/feature-list.ts';
import { seededRandom, shuffle } from '../random.ts';

/** One text as it is screened: the features of each of its readings, what it is, and how much it counts. */
export type Example = {
  readonly views: readonly Features[];
  readonly isAttack: boolean;
  readonly weight: number;
};
/** How many weights there are, and the first one of what words are about. */
export type Shape = { readonly size: number; readonly firstConcept: number };
/** Rounds over all examples, and from which one on their weights are averaged (Polyak and Juditsky, 1992), if at all. */
export type Rounds = { readonly count: number; readonly averagedFrom?: number };
export type Learned = { readonly weights: Float64Array; readonly bias: number };

const SEED = 20_260_901;
const RATE = 0.08;
/** So much of a weight is taken away in each step that uses it: more from the few features of concepts, which are in every text. */
const DECAY = 1e-6;
const CONCEPT_RATE = 0.12;
const CONCEPT_DECAY = 1e-4;
/** So many features of a stretch are left out in each step, so that no single one carries a verdict. */
const DROPPED = 0.4;
const DROPPED_CONCEPTS = 0.3;
/** In so many steps no word counts at all: what a text is about must tell by itself, before rare words explain everything. */
const WORDLESS = 0.35;
const EPSILON = 1e-8;

/**
 * Logistic regression over the worst stretch of the worst reading, by AdaGrad: an attack teaches by the stretch that gives it away,
 * an innocent text by the one that looks worst. The same examples in the same order always give the same weights.
 */
export function learnWeights(
  examples: readonly Example[],
  shape: Shape,
  rounds: Rounds,
  tell: () => void,
): Learned {
  const state = newState(shape);
  const random = seededRandom(SEED);
  const order = examples.map((_, index) => index);
  const sums = new Float64Array(shape.size);
  let biases = 0;
  const from = rounds.averagedFrom ?? rounds.count - 1;
  for (let round = 0; round < rounds.count; round += 1) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (example) learnFrom(example, state, random, round === 0);
    }
    tell();
    if (round < from) continue;
    biases += state.bias;
    for (let at = 0; at < shape.size; at += 1) sums[at] = (sums[at] ?? 0) + (state.weights[at] ?? 0);
  }
  return { weights: sums.map((sum) => sum / (rounds.count - from)), bias: biases / (rounds.count - from) };
}

type State = Shape & {
  readonly weights: Float64Array;
  readonly squares: Float64Array;
  bias: number;
  biasSquares: number;
};

function newState({ size, firstConcept }: Shape): State {
  const [weights, squares] = [new Float64Array(size), new Float64Array(size)];
  return { size, firstConcept, weights, squares, bias: 0, biasSquares: 0 };
}

function learnFrom(example: Example, state: State, random: () => number, isFirst: boolean): void {
  const { used, score } = readStretch(example, state, random, isFirst);
  const slope = (1 / (1 + Math.exp(-score)) - (example.isAttack ? 1 : 0)) * example.weight;
  if (Math.abs(slope) < 1e-4) return;
  for (const id of used) step(state, id, slope);
  state.biasSquares += slope * slope;
  state.bias -= (RATE * slope) / (Math.sqrt(state.biasSquares) + EPSILON);
}

/** The stretch an example teaches by: its features without those that are left out this time, and their score. */
function readStretch(example: Example, state: State, random: () => number, isFirst: boolean) {
  const found = worstView(example.views, state.weights);
  // At first nothing is known of where an attack gives itself away: its beginning is the best guess.
  const from = isFirst && example.isAttack ? 0 : found.from;
  const to = isFirst && example.isAttack ? Math.min(found.to - found.from, found.features.tokens) : found.to;
  const { ids, ends } = found.features;
  const last = ends[to - 1] ?? 0;
  const dropped = random() < WORDLESS ? 1 : DROPPED;
  const used: number[] = [];
  let score = state.bias;
  for (let at = from === 0 ? 0 : (ends[from - 1] ?? 0); at < last; at += 1) {
    const id = ids[at] ?? 0;
    const isConcept = id >= state.firstConcept;
    if (random() < (isConcept ? DROPPED_CONCEPTS : dropped)) continue;
    used.push(id);
    score += (state.weights[id] ?? 0) / keptOf(isConcept);
  }
  return { used, score };
}

const keptOf = (isConcept: boolean): number => 1 - (isConcept ? DROPPED_CONCEPTS : DROPPED);

function step(state: State, id: number, slope: number): void {
  const weight = state.weights[id] ?? 0;
  const isConcept = id >= state.firstConcept;
  const gradient = slope / keptOf(isConcept) + (isConcept ? CONCEPT_DECAY : DECAY) * weight;
  const squares = (state.squares[id] ?? 0) + gradient * gradient;
  state.squares[id] = squares;
  state.weights[id] =
    weight - ((isConcept ? CONCEPT_RATE : RATE) * gradient) / (Math.sqrt(squares) + EPSILON);
}

/** The reading whose worst stretch is the worst of all. */
function worstView(views: readonly Features[], weights: Float64Array) {
  const weightOf = (id: number): number => weights[id] ?? 0;
  let best: { features: Features; score: number; from: number; to: number } | undefined;
  for (const features of views) {
    const found = findWorst(features, weightOf);
    if (!best || found.score > best.score) best = { features, ...found };
  }
  if (!best) throw new Error('a text without a reading');
  return best;
}
