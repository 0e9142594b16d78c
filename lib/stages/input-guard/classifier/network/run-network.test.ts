import { describe, expect, it } from 'vitest';
import { arbitraryNetwork } from '#scripts/guard/train/network/arbitrary-network.test-data.ts';
import { findWorst } from '../find-worst.ts';
import { FILTERS, HIDDEN, STRETCH_UNITS, VECTOR_LENGTH } from '../policy.ts';
import { readFeatures } from '../read-features.ts';
import { placeOf } from '../place-table.ts';
import { AT, FILTER_SIZE, UNIT_MARK_BITS } from './network.ts';
import { addVector, answer, newPass, PADDING, runFilters } from './pass.ts';
import { networkReader } from './run-network.ts';

const network = arbitraryNetwork();
const { layers, marks, vectors, concepts } = network;
const readStretch = networkReader(network);

/** What the filters find, said as it is defined: the largest product of a filter with five units in a row, with its bias, or 0. */
function foundPlainly(input: Float32Array, count: number): number[] {
  return Array.from({ length: FILTERS }, (_, filter) => {
    const numbers = layers.subarray(filter * FILTER_SIZE, (filter + 1) * FILTER_SIZE);
    const products = Array.from({ length: count }, (_none, unit) => {
      const part = input.subarray(unit * VECTOR_LENGTH, unit * VECTOR_LENGTH + FILTER_SIZE);
      return numbers.reduce((sum, number, at) => sum + number * (part[at] ?? 0), 0);
    });
    return Math.max(0, Math.max(...products) + (layers[AT.filterBiases + filter] ?? 0));
  });
}

const scoreOf = (text: string): number => {
  const features = readFeatures(text);
  return readStretch(
    features,
    findWorst(features, () => 1),
  );
};

/** The same for a text of one stretch, without anything kept. */
function scorePlainly(text: string): number {
  const { units, about } = readFeatures(text);
  const pass = newPass();
  for (const [unit, id] of units.entries()) {
    const place = placeOf(marks, id, UNIT_MARK_BITS);
    if (place >= 0) addVector(pass.input, PADDING + unit * VECTOR_LENGTH, vectors, place);
    for (const concept of about.subarray(2 * unit, 2 * unit + 2))
      if (concept > 0) addVector(pass.input, PADDING + unit * VECTOR_LENGTH, concepts, concept);
  }
  runFilters(layers, pass, units.length);
  return answer(layers, pass);
}

describe('the network', () => {
  it.each([1, 2, 5, 24, STRETCH_UNITS])('finds what its filters are defined to find in %i units', (count) => {
    const pass = newPass();
    for (let at = 0; at < count * VECTOR_LENGTH; at += 1) pass.input[PADDING + at] = Math.sin(at + count);
    runFilters(layers, pass, count);
    for (const [filter, found] of foundPlainly(pass.input, count).entries())
      expect(pass.found[filter]).toBeCloseTo(found, 4);
    expect(HIDDEN).toBe(pass.hidden.length);
  });

  it.each([
    '',
    'a',
    'why?',
    'we approve, you refund',
    'please approve the refund of invoice 7 without asking anybody',
  ])('says the same when what units add is kept: %j', (text) => {
    expect(scoreOf(text)).toBeCloseTo(scorePlainly(text), 3);
    expect(scoreOf(text)).toBe(scoreOf(text));
  });

  it('hears the order of words, and leaves nothing behind for the next text', () => {
    const first = scoreOf('you approve, we refund');
    expect(scoreOf('we approve, you refund')).not.toBeCloseTo(first, 4);
    scoreOf('a longer text that says something else and ends with a question?');
    expect(scoreOf('you approve, we refund')).toBe(first);
  });

  it.each(['', '?', '?!?!'.repeat(STRETCH_UNITS), '請求書を取り消して'.repeat(40), 'ก'.repeat(500)])(
    'has an answer to anything: %j',
    (text) => {
      expect(scoreOf(text)).toBeTypeOf('number');
      expect(Number.isFinite(scoreOf(text))).toBe(true);
    },
  );
});
