import { emptyNetwork, type Network } from '#lib/stages/input-guard/classifier/network/network.ts';
import { UNIT_MARKS } from '#lib/stages/input-guard/classifier/policy.ts';
import { seededRandom } from '../../random.ts';

/** A network that has learned nothing, for tests: every number is one at random between -1 and 1. */
export function arbitraryNetwork(seed = 1): Network {
  const random = seededRandom(seed);
  const { marks, vectors, concepts, layers } = emptyNetwork();
  return {
    marks: marks.map(() => Math.floor(random() * UNIT_MARKS)),
    vectors: vectors.map(() => 2 * random() - 1),
    concepts: concepts.map(() => 2 * random() - 1),
    layers: layers.map(() => 2 * random() - 1),
  };
}
