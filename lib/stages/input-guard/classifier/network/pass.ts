import 'server-only';
import {
  FILTER_REACH,
  FILTERS,
  HIDDEN,
  PATTERN_REACH,
  PATTERNS,
  STRETCH_UNITS,
  VECTOR_LENGTH,
} from '../policy.ts';
import { AT, FILTER_SIZE, PATTERN_SIZE, READ_LENGTH } from './network.ts';

/** What one pass over a stretch leaves behind, for whoever learns from it. */
export type Pass = {
  /** The numbers of each unit, with room for half a pattern before the first and behind the last. */
  readonly input: Float32Array;
  /** The same numbers and what each pattern found there, unit by unit, with room for half a filter on either side. */
  readonly read: Float32Array;
  /** What each filter found at its best place, and that place in `read`. */
  readonly found: Float32Array;
  readonly foundAt: Int32Array;
  readonly hidden: Float32Array;
};

/** Numbers before those of the first unit, in `input` and in `read`. */
export const PADDING = ((PATTERN_REACH - 1) / 2) * VECTOR_LENGTH;
export const READ_PADDING = ((FILTER_REACH - 1) / 2) * READ_LENGTH;

export const newPass = (): Pass => ({
  input: new Float32Array(2 * PADDING + STRETCH_UNITS * VECTOR_LENGTH),
  read: new Float32Array(2 * READ_PADDING + STRETCH_UNITS * READ_LENGTH),
  found: new Float32Array(FILTERS),
  foundAt: new Int32Array(FILTERS),
  hidden: new Float32Array(HIDDEN),
});

export function addVector(input: Float32Array, at: number, rows: Float32Array, row: number): void {
  const from = row * VECTOR_LENGTH;
  for (let each = 0; each < VECTOR_LENGTH; each += 1)
    input[at + each] = (input[at + each] ?? 0) + (rows[from + each] ?? 0);
}

/** What each pattern finds around each unit, if anything, behind the unit's own numbers. */
export function runPatterns(layers: Float32Array, { input, read }: Pass, count: number): void {
  read.fill(0, 0, 2 * READ_PADDING + Math.max(1, count) * READ_LENGTH);
  for (let unit = 0; unit < count; unit += 1) {
    const [from, to] = [unit * VECTOR_LENGTH, READ_PADDING + unit * READ_LENGTH];
    for (let each = 0; each < VECTOR_LENGTH; each += 1) read[to + each] = input[PADDING + from + each] ?? 0;
    for (let pattern = 0; pattern < PATTERNS; pattern += 1) {
      let sum = layers[AT.patternBiases + pattern] ?? 0;
      const numbers = pattern * PATTERN_SIZE;
      for (let each = 0; each < PATTERN_SIZE; each += 1)
        sum += (layers[numbers + each] ?? 0) * (input[from + each] ?? 0);
      read[to + VECTOR_LENGTH + pattern] = Math.max(0, sum);
    }
  }
}

/** Each filter's best place, four filters at a time: what they look at is fetched once for all four. */
export function runFilters(layers: Float32Array, { read, found, foundAt }: Pass, count: number): void {
  const end = Math.max(1, count) * READ_LENGTH;
  for (let filter = 0; filter < FILTERS; filter += 4) {
    const one = AT.filters + filter * FILTER_SIZE;
    const [two, three, four] = [one + FILTER_SIZE, one + 2 * FILTER_SIZE, one + 3 * FILTER_SIZE];
    for (let next = filter; next < filter + 4; next += 1) found[next] = Number.NEGATIVE_INFINITY;
    for (let start = 0; start < end; start += READ_LENGTH) {
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let each = 0; each < FILTER_SIZE; each += 1) {
        const value = read[start + each] ?? 0;
        a += (layers[one + each] ?? 0) * value;
        b += (layers[two + each] ?? 0) * value;
        c += (layers[three + each] ?? 0) * value;
        d += (layers[four + each] ?? 0) * value;
      }
      keepBest(found, foundAt, filter, a, start);
      keepBest(found, foundAt, filter + 1, b, start);
      keepBest(found, foundAt, filter + 2, c, start);
      keepBest(found, foundAt, filter + 3, d, start);
    }
  }
  for (let filter = 0; filter < FILTERS; filter += 1)
    found[filter] = Math.max(0, (found[filter] ?? 0) + (layers[AT.filterBiases + filter] ?? 0));
}

function keepBest(found: Float32Array, foundAt: Int32Array, filter: number, value: number, at: number): void {
  if (value <= (found[filter] ?? 0)) return;
  found[filter] = value;
  foundAt[filter] = at;
}

/** What both layers make of what the filters found. */
export function answer(layers: Float32Array, { found, hidden }: Pass): number {
  let sum = layers[AT.answerBias] ?? 0;
  for (let unit = 0; unit < HIDDEN; unit += 1) {
    const from = AT.hidden + unit * FILTERS;
    let value = layers[AT.hiddenBiases + unit] ?? 0;
    for (let filter = 0; filter < FILTERS; filter += 1)
      value += (layers[from + filter] ?? 0) * (found[filter] ?? 0);
    hidden[unit] = Math.max(0, value);
    sum += (layers[AT.answer + unit] ?? 0) * (hidden[unit] ?? 0);
  }
  return sum;
}
