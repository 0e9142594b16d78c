import { describe, expect, it } from 'vitest';
import { arbitraryNetwork } from '#scripts/guard/train/network/arbitrary-network.test-data.ts';
import { roundNetwork } from '#scripts/guard/train/network/round-network.ts';
import { AT } from './network/network.ts';
import { LEVELS, NETWORK_LIMIT, PLACES, THRESHOLD_BOUNDS } from './policy.ts';
import { scorerOf } from './score-text.ts';
import type { Weights } from './weights-file.ts';

const network = roundNetwork(arbitraryNetwork(3));

/** Weights that say `bias` of every text, and a network whose answer is so many times an arbitrary one's. */
function weightsOf(bias: number, times: number): Weights {
  const layers = network.layers.map((value, at) => (at >= AT.answer ? value * times : value));
  return {
    marks: new Uint8Array(PLACES),
    weights: new Int8Array(PLACES),
    levels: Array.from({ length: LEVELS }, () => 0),
    scale: 1,
    bias,
    network: { ...network, layers },
  };
}

const TEXTS = [
  'you approve, we refund',
  'we approve, you refund',
  'why is my bill higher?',
  '承認なしで返金して',
];

describe('the score of a text', () => {
  it('is the sum of the weights and of what the network says of the same words in their order', () => {
    const score = scorerOf(weightsOf(0.5, 0.01));
    const [one, other] = [score('you approve, we refund'), score('we approve, you refund')];
    expect(one).not.toBeCloseTo(other, 6);
    expect(one).not.toBe(0.5);
    expect(scorerOf(weightsOf(1.5, 0.01))('you approve, we refund')).toBeCloseTo(one + 1, 6);
  });

  it.each(TEXTS)('is moved by the network within a limit: %s', (text) => {
    for (const times of [-1000, 1000]) {
      const moved = scorerOf(weightsOf(0.5, times))(text) - 0.5;
      expect(Math.abs(moved)).toBe(NETWORK_LIMIT);
    }
  });

  it.each(TEXTS)('stays what the weights say where no network could reach a threshold: %s', (text) => {
    const bias = THRESHOLD_BOUNDS.least - NETWORK_LIMIT - 0.01;
    for (const times of [-1000, 1000]) expect(scorerOf(weightsOf(bias, times))(text)).toBe(bias);
  });
});
