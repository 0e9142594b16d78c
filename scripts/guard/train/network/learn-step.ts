import {
  AT,
  FILTER_SIZE,
  LAYERS_SIZE,
  PATTERN_SIZE,
  READ_LENGTH,
} from '#lib/stages/input-guard/classifier/network/network.ts';
import {
  addVector,
  answer,
  PADDING,
  READ_PADDING,
  runFilters,
  runPatterns,
} from '#lib/stages/input-guard/classifier/network/pass.ts';
import { FILTERS, HIDDEN, PATTERNS, VECTOR_LENGTH } from '#lib/stages/input-guard/classifier/policy.ts';
import type { Learner } from './learner.ts';
import type { Sequence } from './prepare-sequences.ts';

/** Left out in a step: so many units, so many filters, and in so many steps all units, so that only what they are about counts. */
const DROPPED_UNITS = 0.1;
const DROPPED_FILTERS = 0.1;
const WORDLESS = 0.15;
/** The numbers of units and concepts move by AdaGrad (Duchi, Hazan and Singer, 2011): rare ones by more. */
const VECTOR_RATE = 0.1;
const [MEAN_KEPT, SQUARE_KEPT, EPSILON] = [0.9, 0.999, 1e-8];

/** Moves the units' numbers at once and gathers the slopes of the layers, down the loss of logistic regression. */
export function learnFrom(learner: Learner, sequence: Sequence): void {
  const isWordless = learner.random() < WORDLESS;
  const score = readSequence(learner, sequence, isWordless);
  const slope = (1 / (1 + Math.exp(-score)) - (sequence.isAttack ? 1 : 0)) * sequence.weight;
  backThroughLayers(learner, slope);
  backThroughFilters(learner, sequence.places.length);
  backThroughPatterns(learner, sequence.places.length);
  moveVectors(learner, sequence, isWordless);
}

/** The score of a sequence, some of its units and filters left out; `pass` holds what was found on the way. */
export function readSequence(
  { network, random, pass, kept, filterShare }: Learner,
  { places, about }: Sequence,
  isWordless: boolean,
): number {
  const { input, found } = pass;
  input.fill(0, 0, 2 * PADDING + places.length * VECTOR_LENGTH);
  for (const [unit, place] of places.entries()) {
    kept[unit] = random() < DROPPED_UNITS ? 0 : 1;
    if (kept[unit] === 0) continue;
    const at = PADDING + unit * VECTOR_LENGTH;
    if (!isWordless && place >= 0) addVector(input, at, network.vectors, place);
    addVector(input, at, network.concepts, about[2 * unit] ?? 0);
    addVector(input, at, network.concepts, about[2 * unit + 1] ?? 0);
  }
  runPatterns(network.layers, pass, places.length);
  runFilters(network.layers, pass, places.length);
  for (let filter = 0; filter < FILTERS; filter += 1) {
    const share = random() < DROPPED_FILTERS ? 0 : 1 / (1 - DROPPED_FILTERS);
    filterShare[filter] = share;
    found[filter] = (found[filter] ?? 0) * share;
  }
  return answer(network.layers, pass);
}

function backThroughLayers({ network, pass, foundSlopes, layerSlopes }: Learner, slope: number): void {
  const { layers } = network;
  const { found, hidden } = pass;
  foundSlopes.fill(0);
  add(layerSlopes, AT.answerBias, slope);
  for (let unit = 0; unit < HIDDEN; unit += 1) {
    const value = hidden[unit] ?? 0;
    if (value <= 0) continue;
    add(layerSlopes, AT.answer + unit, slope * value);
    const unitSlope = slope * (layers[AT.answer + unit] ?? 0);
    add(layerSlopes, AT.hiddenBiases + unit, unitSlope);
    const from = AT.hidden + unit * FILTERS;
    for (let filter = 0; filter < FILTERS; filter += 1) {
      if ((found[filter] ?? 0) <= 0) continue;
      add(layerSlopes, from + filter, unitSlope * (found[filter] ?? 0));
      add(foundSlopes, filter, unitSlope * (layers[from + filter] ?? 0));
    }
  }
}

/** Only the place where a filter found most had a say. */
function backThroughFilters(learner: Learner, count: number): void {
  const { network, pass, filterShare, foundSlopes, readSlopes, layerSlopes } = learner;
  const { read, foundAt } = pass;
  readSlopes.fill(0, 0, 2 * READ_PADDING + Math.max(1, count) * READ_LENGTH);
  for (let filter = 0; filter < FILTERS; filter += 1) {
    const slope = (foundSlopes[filter] ?? 0) * (filterShare[filter] ?? 0);
    if (slope === 0) continue;
    add(layerSlopes, AT.filterBiases + filter, slope);
    const [from, start] = [AT.filters + filter * FILTER_SIZE, foundAt[filter] ?? 0];
    for (let each = 0; each < FILTER_SIZE; each += 1) {
      add(layerSlopes, from + each, slope * (read[start + each] ?? 0));
      add(readSlopes, start + each, slope * (network.layers[from + each] ?? 0));
    }
  }
}

/** A pattern that found nothing had no say; a unit's own numbers stand beside what patterns found. */
function backThroughPatterns(learner: Learner, count: number): void {
  const { network, pass, readSlopes, inputSlopes, layerSlopes } = learner;
  const { input, read } = pass;
  inputSlopes.fill(0, 0, 2 * PADDING + count * VECTOR_LENGTH);
  for (let unit = 0; unit < count; unit += 1) {
    const [start, at] = [unit * VECTOR_LENGTH, READ_PADDING + unit * READ_LENGTH];
    for (let each = 0; each < VECTOR_LENGTH; each += 1)
      add(inputSlopes, PADDING + start + each, readSlopes[at + each] ?? 0);
    for (let pattern = 0; pattern < PATTERNS; pattern += 1) {
      const slope = readSlopes[at + VECTOR_LENGTH + pattern] ?? 0;
      if (slope === 0 || (read[at + VECTOR_LENGTH + pattern] ?? 0) <= 0) continue;
      add(layerSlopes, AT.patternBiases + pattern, slope);
      const from = pattern * PATTERN_SIZE;
      for (let each = 0; each < PATTERN_SIZE; each += 1) {
        add(layerSlopes, from + each, slope * (input[start + each] ?? 0));
        add(inputSlopes, start + each, slope * (network.layers[from + each] ?? 0));
      }
    }
  }
}

function moveVectors(learner: Learner, { places, about }: Sequence, isWordless: boolean): void {
  const { network, kept, inputSlopes, vectorSquares, conceptSquares } = learner;
  for (const [unit, place] of places.entries()) {
    if (kept[unit] === 0) continue;
    const slopes = inputSlopes.subarray(PADDING + unit * VECTOR_LENGTH, PADDING + (unit + 1) * VECTOR_LENGTH);
    if (!isWordless && place >= 0) moveRow(network.vectors, vectorSquares, place, slopes);
    for (const concept of [about[2 * unit] ?? 0, about[2 * unit + 1] ?? 0])
      if (concept > 0) moveRow(network.concepts, conceptSquares, concept, slopes);
  }
}

function moveRow(rows: Float32Array, squares: Float32Array, row: number, slopes: Float32Array): void {
  const from = row * VECTOR_LENGTH;
  for (let each = 0; each < VECTOR_LENGTH; each += 1) {
    const slope = slopes[each] ?? 0;
    if (slope === 0) continue;
    add(squares, from + each, slope * slope);
    add(rows, from + each, (-VECTOR_RATE * slope) / Math.sqrt(squares[from + each] ?? 1));
  }
}

/** One step of Adam with the slopes gathered from so many sequences. */
export function moveLayers(learner: Learner, count: number, rate: number): void {
  const { network, layerSlopes, means, squares } = learner;
  learner.moves += 1;
  const meanShare = 1 - MEAN_KEPT ** learner.moves;
  const squareShare = 1 - SQUARE_KEPT ** learner.moves;
  for (let at = 0; at < LAYERS_SIZE; at += 1) {
    const slope = (layerSlopes[at] ?? 0) / count;
    const mean = MEAN_KEPT * (means[at] ?? 0) + (1 - MEAN_KEPT) * slope;
    const square = SQUARE_KEPT * (squares[at] ?? 0) + (1 - SQUARE_KEPT) * slope * slope;
    means[at] = mean;
    squares[at] = square;
    add(network.layers, at, (-rate * (mean / meanShare)) / (Math.sqrt(square / squareShare) + EPSILON));
  }
  layerSlopes.fill(0);
}

function add(numbers: Float32Array, at: number, value: number): void {
  numbers[at] = (numbers[at] ?? 0) + value;
}
