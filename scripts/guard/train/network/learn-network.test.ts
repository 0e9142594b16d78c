import { describe, expect, it } from 'vitest';
import { LAYERS_SIZE } from '#lib/stages/input-guard/classifier/network/network.ts';
import { answer, runFilters } from '#lib/stages/input-guard/classifier/network/pass.ts';
import { UNIT_PLACES } from '#lib/stages/input-guard/classifier/policy.ts';
import { arbitraryNetwork } from './arbitrary-network.test-data.ts';
import { learnNetwork } from './learn-network.ts';
import { newLearner } from './learner.ts';
import { learnFrom, readSequence } from './learn-step.ts';
import type { Sequence } from './prepare-sequences.ts';

const NEVER_DROPS = () => 0.999;
const sequence = (places: number[], isAttack: boolean): Sequence => ({
  places: Int16Array.from(places),
  about: new Uint8Array(2 * places.length),
  isAttack,
  weight: 1,
});

describe('learning a network', () => {
  it('moves the layers down the slope of the loss', () => {
    const learner = newLearner(arbitraryNetwork(8), NEVER_DROPS);
    const places = [5, 17, -1, 5, 900, 33, 2];
    const { layers } = learner.network;
    // What it takes for the other kind: only a wrong answer teaches.
    const sign = readSequence(learner, sequence(places, true), false) < 0 ? 1 : -1;
    const taught = sequence(places, sign > 0);
    const lossAt = (at: number, by: number): number => {
      const before = layers[at] ?? 0;
      layers[at] = before + by;
      const score = readSequence(learner, taught, false);
      layers[at] = before;
      return Math.max(0, -sign * score) + Math.log1p(Math.exp(-Math.abs(score)));
    };
    const some = Array.from({ length: 400 }, (_, index) => (index * 7919) % LAYERS_SIZE);
    const slopes = some.map((at) => (lossAt(at, 1e-3) - lossAt(at, -1e-3)) / 2e-3);
    learnFrom(learner, taught);
    for (const [index, at] of some.entries()) {
      const slope = slopes[index] ?? Number.NaN;
      expect(Math.abs((learner.layerSlopes[at] ?? 0) - slope)).toBeLessThan(
        0.01 * Math.max(1, Math.abs(slope)),
      );
    }
    expect(slopes.some((slope) => Math.abs(slope) > 0.01)).toBe(true);
  });

  it('tells texts of the same words apart by their order, the same network each time', () => {
    const others = Array.from({ length: 28 }, (_, index) => 100 + index);
    const sequences = others.flatMap((one) =>
      others.flatMap((two) => [sequence([one, 1, 2, two], true), sequence([one, 2, 1, two], false)]),
    );
    const marks = new Uint8Array(UNIT_PLACES);
    const network = learnNetwork(sequences, marks, () => {});
    const { pass, ...reader } = newLearner(network, NEVER_DROPS);
    const scoreOf = (places: number[]): number =>
      readSequence({ pass, ...reader }, sequence(places, true), false);
    expect(scoreOf([300, 1, 2, 301])).toBeGreaterThan(1);
    expect(scoreOf([300, 2, 1, 301])).toBeLessThan(-1);
    expect(Buffer.from(learnNetwork(sequences, marks, () => {}).layers.buffer).equals(Buffer.from(network.layers.buffer))).toBe(true); // prettier-ignore
    runFilters(network.layers, pass, 0);
    expect(Number.isFinite(answer(network.layers, pass))).toBe(true);
  });
});
