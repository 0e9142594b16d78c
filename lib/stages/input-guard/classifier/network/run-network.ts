import 'server-only';
import type { Features } from '../feature-list.ts';
import type { Stretch } from '../find-worst.ts';
import { PATTERN_REACH, PATTERNS, STRETCH_UNITS, VECTOR_LENGTH } from '../policy.ts';
import { AT, CONCEPT_ROWS, type Network, PATTERN_SIZE, READ_LENGTH } from './network.ts';
import { answer, newPass, READ_PADDING, runFilters } from './pass.ts';
import { unitPlaceOf } from './unit-table.ts';

/** What a unit adds: its own numbers, then to each pattern, for each place within the pattern's reach. */
const SHARE_SIZE = VECTOR_LENGTH + PATTERN_REACH * PATTERNS;
const CENTRE = (PATTERN_REACH - 1) / 2;

/**
 * How much like an attack a stretch reads, above 0 more than below. What patterns find is a sum over the units in their reach; what one
 * unit adds is worked out when it is first met and kept, in 4 MB at most (`runPatterns` in `pass.ts` says the same plainly).
 */
export function networkReader(network: Network): (features: Features, stretch: Stretch) => number {
  const { marks, layers } = network;
  const unitShares = sharesOf(network.vectors, layers, marks.length);
  const conceptShares = sharesOf(network.concepts, layers, CONCEPT_ROWS);
  const pass = newPass();
  return ({ units, unitEnds, about }, { from, to }) => {
    const first = from === 0 ? 0 : (unitEnds[from - 1] ?? 0);
    const count = Math.min(STRETCH_UNITS, (unitEnds[to - 1] ?? 0) - first);
    pass.read.fill(0, 0, 2 * READ_PADDING + Math.max(1, count) * READ_LENGTH);
    for (let unit = 0; unit < count; unit += 1) {
      const place = unitPlaceOf(marks, units[first + unit] ?? 0);
      const topic = about[2 * (first + unit)] ?? 0;
      const other = about[2 * (first + unit) + 1] ?? 0;
      if (place >= 0) addShares(pass.read, unit, count, unitShares(place));
      if (topic > 0) addShares(pass.read, unit, count, conceptShares(topic));
      if (other > 0) addShares(pass.read, unit, count, conceptShares(other));
    }
    keepFound(pass.read, count, layers);
    runFilters(layers, pass, count);
    return answer(layers, pass);
  };
}

/** What each row adds: its numbers, then to each pattern, by the pattern's first unit, its second and so on. */
function sharesOf(rows: Float32Array, layers: Float32Array, count: number): (row: number) => Float32Array {
  const known: (Float32Array | undefined)[] = Array.from({ length: count });
  return (row) => {
    const kept = known[row];
    if (kept) return kept;
    const numbers = rows.subarray(row * VECTOR_LENGTH, (row + 1) * VECTOR_LENGTH);
    const shares = new Float32Array(SHARE_SIZE);
    shares.set(numbers);
    for (let at = 0; at < PATTERN_REACH * PATTERNS; at += 1) {
      const from = (at % PATTERNS) * PATTERN_SIZE + Math.floor(at / PATTERNS) * VECTOR_LENGTH;
      let sum = 0;
      for (let each = 0; each < VECTOR_LENGTH; each += 1)
        sum += (layers[from + each] ?? 0) * (numbers[each] ?? 0);
      shares[VECTOR_LENGTH + at] = sum;
    }
    known[row] = shares;
    return shares;
  };
}

/** Adds a unit's numbers to its own place, and what it adds to patterns to those around the units in whose reach it is. */
function addShares(read: Float32Array, unit: number, count: number, shares: Float32Array): void {
  const own = READ_PADDING + unit * READ_LENGTH;
  for (let each = 0; each < VECTOR_LENGTH; each += 1)
    read[own + each] = (read[own + each] ?? 0) + (shares[each] ?? 0);
  for (let part = 0; part < PATTERN_REACH; part += 1) {
    const centre = unit + CENTRE - part;
    if (centre < 0 || centre >= count) continue;
    const to = READ_PADDING + centre * READ_LENGTH + VECTOR_LENGTH;
    const from = VECTOR_LENGTH + part * PATTERNS;
    for (let pattern = 0; pattern < PATTERNS; pattern += 1)
      read[to + pattern] = (read[to + pattern] ?? 0) + (shares[from + pattern] ?? 0);
  }
}

/** Where a pattern finds less than nothing, it has found nothing. */
function keepFound(read: Float32Array, count: number, layers: Float32Array): void {
  for (let unit = 0; unit < count; unit += 1) {
    const at = READ_PADDING + unit * READ_LENGTH + VECTOR_LENGTH;
    for (let pattern = 0; pattern < PATTERNS; pattern += 1)
      read[at + pattern] = Math.max(0, (read[at + pattern] ?? 0) + (layers[AT.patternBiases + pattern] ?? 0));
  }
}
