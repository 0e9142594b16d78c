import {
  AT,
  emptyNetwork,
  FILTER_SIZE,
  type Network,
  PATTERN_SIZE,
} from '#lib/stages/input-guard/classifier/network/network.ts';
import { FILTERS, HIDDEN, VECTOR_LENGTH } from '#lib/stages/input-guard/classifier/policy.ts';
import { seededRandom, shuffle } from '../../random.ts';
import type { Sequence } from './prepare-sequences.ts';
import { type Learner, newLearner } from './learner.ts';
import { learnFrom, moveLayers } from './learn-step.ts';

/** Rounds over all sequences, and from which one on the network is averaged (Polyak and Juditsky, 1992), several times in each. */
export const NETWORK_ROUNDS = 5;
const AVERAGED_FROM = 2;
const AVERAGES_PER_ROUND = 4;
const SEED = 20_261_127;
/** The layers move by Adam (Kingma and Ba, 2015), once for so many sequences, by this much at first and a tenth of it in the end. */
const BATCH = 32;
const RATE = 0.002;
const LAST_RATE = 0.1;
const FIRST_SPREAD = 0.5;

/**
 * Learns to tell attacks from innocent texts by their units in order. The same sequences in the same order always give the same
 * network.
 */
export function learnNetwork(sequences: readonly Sequence[], marks: Uint8Array, tell: () => void): Network {
  const random = seededRandom(SEED);
  const learner = newLearner(spread({ ...emptyNetwork(), marks }, random), random);
  const order = sequences.map((_, index) => index);
  const average = newAverage(learner.network);
  const [steps, stride] = [NETWORK_ROUNDS * order.length, Math.ceil(order.length / AVERAGES_PER_ROUND)];
  let done = 0;
  for (let round = 0; round < NETWORK_ROUNDS; round += 1) {
    shuffle(order, random);
    for (const index of order) {
      const sequence = sequences[index];
      if (sequence) learnFrom(learner, sequence);
      done += 1;
      if (done % BATCH === 0) moveLayers(learner, BATCH, RATE * (1 - ((1 - LAST_RATE) * done) / steps));
      if (round >= AVERAGED_FROM && done % stride === 0) average.add();
    }
    tell();
  }
  return average.end();
}

/** Small numbers at random, so that no two units or filters begin alike. */
function spread(network: Network, random: () => number): Network {
  const even = (size: number): number => (random() - 0.5) * 2 * size;
  const { vectors, concepts, layers } = network;
  for (let at = 0; at < vectors.length; at += 1) vectors[at] = even(FIRST_SPREAD);
  // Concept 0 is none.
  for (let at = VECTOR_LENGTH; at < concepts.length; at += 1) concepts[at] = even(FIRST_SPREAD);
  for (let at = 0; at < AT.patternBiases; at += 1) layers[at] = even(Math.sqrt(3 / PATTERN_SIZE));
  for (let at = AT.filters; at < AT.filterBiases; at += 1) layers[at] = even(Math.sqrt(3 / FILTER_SIZE));
  for (let at = AT.hidden; at < AT.hiddenBiases; at += 1) layers[at] = even(Math.sqrt(3 / FILTERS));
  for (let at = AT.answer; at < AT.answerBias; at += 1) layers[at] = even(Math.sqrt(3 / HIDDEN));
  return network;
}

function newAverage({ marks, vectors, concepts, layers }: Learner['network']) {
  const parts = [vectors, concepts, layers];
  const sums = parts.map((part) => new Float64Array(part.length));
  let count = 0;
  const mean = (part: number): Float32Array =>
    Float32Array.from(sums[part] ?? [], (sum, at) => (count > 0 ? sum / count : (parts[part]?.[at] ?? 0)));
  return {
    add() {
      count += 1;
      for (const [part, sum] of sums.entries())
        for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + (parts[part]?.[at] ?? 0);
    },
    end: (): Network => ({ marks, vectors: mean(0), concepts: mean(1), layers: mean(2) }),
  };
}
