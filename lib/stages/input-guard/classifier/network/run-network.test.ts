import { describe, expect, it } from 'vitest';
import { arbitraryNetwork } from '#scripts/guard/train/network/arbitrary-network.test-data.ts';
import { findWorst } from '../find-worst.ts';
import { FILTERS, HIDDEN, PATTERNS, STRETCH_UNITS, VECTOR_LENGTH } from '../policy.ts';
import { readFeatures } from '../read-features.ts';
import { AT, FILTER_SIZE, PATTERN_SIZE, READ_LENGTH } from './network.ts';
import { addVector, answer, newPass, PADDING, READ_PADDING, runFilters, runPatterns } from './pass.ts';
import { networkReader } from './run-network.ts';
import { unitPlaceOf } from './unit-table.ts';

const network = arbitraryNetwork();
const { layers, marks, vectors, concepts } = network;
const readStretch = networkReader(network);

const pass = newPass();
const { input, read, found } = pass;

/** What patterns find, said as it is defined: the product of a pattern with five units in a row, with its bias, or 0. */
function patternPlainly(pattern: number, unit: number): number {
  const numbers = layers.subarray(pattern * PATTERN_SIZE, (pattern + 1) * PATTERN_SIZE);
  const part = input.subarray(unit * VECTOR_LENGTH, unit * VECTOR_LENGTH + PATTERN_SIZE);
  return Math.max(0, productOf(numbers, part) + (layers[AT.patternBiases + pattern] ?? 0));
}

/** What filters find, said as it is defined: the largest product of a filter with what stands for five units in a row, with its bias, or 0. */
function filterPlainly(filter: number, count: number): number {
  const numbers = layers.subarray(AT.filters + filter * FILTER_SIZE, AT.filters + (filter + 1) * FILTER_SIZE);
  const products = Array.from({ length: count }, (_, unit) =>
    productOf(numbers, read.subarray(unit * READ_LENGTH, unit * READ_LENGTH + FILTER_SIZE)),
  );
  return Math.max(0, Math.max(...products) + (layers[AT.filterBiases + filter] ?? 0));
}

function productOf(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, number, at) => sum + number * (other[at] ?? 0), 0);
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
  pass.input.fill(0);
  for (const [unit, id] of units.entries()) {
    const place = unitPlaceOf(marks, id);
    if (place >= 0) addVector(pass.input, PADDING + unit * VECTOR_LENGTH, vectors, place);
    for (const concept of about.subarray(2 * unit, 2 * unit + 2))
      if (concept > 0) addVector(pass.input, PADDING + unit * VECTOR_LENGTH, concepts, concept);
  }
  runPatterns(layers, pass, units.length);
  runFilters(layers, pass, units.length);
  return answer(layers, pass);
}

describe('the network', () => {
  it.each([1, 2, 5, 24, STRETCH_UNITS])('finds what it is defined to find in %i units', (count) => {
    input.fill(0);
    for (let at = 0; at < count * VECTOR_LENGTH; at += 1) input[PADDING + at] = Math.sin(at + count);
    runPatterns(layers, pass, count);
    for (let unit = 0; unit < count; unit += 1)
      for (let pattern = 0; pattern < PATTERNS; pattern += 1)
        expect(read[READ_PADDING + unit * READ_LENGTH + VECTOR_LENGTH + pattern]).toBeCloseTo(
          patternPlainly(pattern, unit),
          4,
        );
    runFilters(layers, pass, count);
    for (let filter = 0; filter < FILTERS; filter += 1)
      expect(found[filter]).toBeCloseTo(filterPlainly(filter, count), 3);
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
