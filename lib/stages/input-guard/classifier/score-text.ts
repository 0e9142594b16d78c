import 'server-only';
import { findWorst } from './find-worst.ts';
import { networkReader } from './network/run-network.ts';
import { weighBy } from './place-table.ts';
import { NETWORK_LIMIT, THRESHOLD_BOUNDS } from './policy.ts';
import { readFeatures } from './read-features.ts';
import type { Weights } from './weights-file.ts';

/** Below this sum of weights the network could not bring a text above any threshold, and is not asked. */
const HOPELESS = THRESHOLD_BOUNDS.least - NETWORK_LIMIT;

/**
 * Scores a text by its worst stretch: the weights of all its features, which find it, and what the network makes of the same words in
 * their order. Each judges other things well, and their mistakes are not the same.
 */
export function scorerOf(weights: Weights): (text: string) => number {
  const weightOf = weighBy(weights);
  const { bias, scale } = weights;
  const readStretch = networkReader(weights.network);
  return (text) => {
    const features = readFeatures(text);
    const worst = findWorst(features, weightOf);
    const score = bias + scale * worst.score;
    if (score < HOPELESS) return score;
    const said = readStretch(features, worst);
    return score + Math.max(-NETWORK_LIMIT, Math.min(NETWORK_LIMIT, said));
  };
}
