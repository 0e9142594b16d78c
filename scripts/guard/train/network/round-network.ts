import { AT, type Network } from '#lib/stages/input-guard/classifier/network/network.ts';
import { type RoundedNetwork, rounded } from '#lib/stages/input-guard/classifier/network/network-file.ts';
import { NETWORK_SHARE } from '#lib/stages/input-guard/classifier/policy.ts';
import { chooseLevels, nearestLevel } from '../quantise.ts';

/** Rounds a network to what its file can hold, and its answer to the share that counts. */
export function roundNetwork({ marks, vectors, concepts, layers }: Network): RoundedNetwork {
  const isAnswer = (at: number): boolean => at >= AT.answer;
  const levels = chooseLevels(Float64Array.from(vectors.filter((value) => value !== 0)).toSorted()).map(
    rounded,
  );
  return {
    marks,
    vectors: vectors.map((value) => nearestLevel(levels, value)),
    concepts: concepts.map(rounded),
    layers: layers.map((value, at) => rounded(isAnswer(at) ? value * NETWORK_SHARE : value)),
    levels,
  };
}
