import { LAYERS_SIZE, type Network } from '#lib/stages/input-guard/classifier/network/network.ts';
import { newPass, type Pass } from '#lib/stages/input-guard/classifier/network/pass.ts';
import { FILTERS, STRETCH_UNITS } from '#lib/stages/input-guard/classifier/policy.ts';

/** What AdaGrad begins with for each number of units and concepts. */
const FIRST_SQUARES = 0.1;

/** A network that learns, and what it needs for it. */
export type Learner = {
  readonly network: Network;
  readonly random: () => number;
  readonly pass: Pass;
  /** What each unit and filter counts in this step: 0 when it is left out. */
  readonly kept: Uint8Array;
  readonly filterShare: Float32Array;
  /** How the answer changes with each number of the input, with what filters look at, with what they found, and with the layers. */
  readonly readSlopes: Float32Array;
  readonly inputSlopes: Float32Array;
  readonly foundSlopes: Float32Array;
  readonly layerSlopes: Float32Array;
  readonly means: Float32Array;
  readonly squares: Float32Array;
  readonly vectorSquares: Float32Array;
  readonly conceptSquares: Float32Array;
  moves: number;
};

export function newLearner(network: Network, random: () => number): Learner {
  const pass = newPass();
  return {
    network,
    random,
    pass,
    kept: new Uint8Array(STRETCH_UNITS),
    filterShare: new Float32Array(FILTERS),
    readSlopes: new Float32Array(pass.read.length),
    inputSlopes: new Float32Array(pass.input.length),
    foundSlopes: new Float32Array(FILTERS),
    layerSlopes: new Float32Array(LAYERS_SIZE),
    means: new Float32Array(LAYERS_SIZE),
    squares: new Float32Array(LAYERS_SIZE),
    vectorSquares: new Float32Array(network.vectors.length).fill(FIRST_SQUARES),
    conceptSquares: new Float32Array(network.concepts.length).fill(FIRST_SQUARES),
    moves: 0,
  };
}
