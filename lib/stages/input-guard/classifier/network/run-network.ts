import 'server-only';
import type { Features } from '../feature-list.ts';
import type { Stretch } from '../find-worst.ts';
import { placeOf } from '../place-table.ts';
import { FILTER_REACH, FILTERS, STRETCH_UNITS, VECTOR_LENGTH } from '../policy.ts';
import { AT, CONCEPT_ROWS, FILTER_SIZE, type Network, UNIT_MARK_BITS } from './network.ts';
import { answer, newPass } from './pass.ts';

/** What a unit adds to each filter, for each place within its reach. */
const SHARE_SIZE = FILTER_REACH * FILTERS;
const CENTRE = (FILTER_REACH - 1) / 2;

/**
 * How much like an attack a stretch reads, above 0 more than below. What filters find is a sum over the units in their reach; what one
 * unit adds is worked out when it is first met and kept, which makes a stretch eight times less work and takes 12 MB at most (`runFilters` in `pass.ts` says the same plainly).
 */
export function networkReader(network: Network): (features: Features, stretch: Stretch) => number {
  const { marks, layers } = network;
  const unitShares = sharesOf(network.vectors, layers, marks.length);
  const conceptShares = sharesOf(network.concepts, layers, CONCEPT_ROWS);
  const sums = new Float32Array(STRETCH_UNITS * FILTERS);
  const pass = newPass();
  return ({ units, unitEnds, about }, { from, to }) => {
    const first = from === 0 ? 0 : (unitEnds[from - 1] ?? 0);
    const count = Math.min(STRETCH_UNITS, (unitEnds[to - 1] ?? 0) - first);
    sums.fill(0, 0, Math.max(1, count) * FILTERS);
    for (let unit = 0; unit < count; unit += 1) {
      const place = placeOf(marks, units[first + unit] ?? 0, UNIT_MARK_BITS);
      const topic = about[2 * (first + unit)] ?? 0;
      const other = about[2 * (first + unit) + 1] ?? 0;
      if (place >= 0) addShares(sums, unit, count, unitShares(place));
      if (topic > 0) addShares(sums, unit, count, conceptShares(topic));
      if (other > 0) addShares(sums, unit, count, conceptShares(other));
    }
    keepLargest(sums, Math.max(1, count), layers, pass.found);
    return answer(layers, pass);
  };
}

/** What each row adds to each filter, by the filter's first unit, its second and so on. */
function sharesOf(rows: Float32Array, layers: Float32Array, count: number): (row: number) => Float32Array {
  const known: (Float32Array | undefined)[] = Array.from({ length: count });
  return (row) => {
    const kept = known[row];
    if (kept) return kept;
    const shares = new Float32Array(SHARE_SIZE);
    for (let at = 0; at < SHARE_SIZE; at += 1) {
      const from = (at % FILTERS) * FILTER_SIZE + Math.floor(at / FILTERS) * VECTOR_LENGTH;
      let sum = 0;
      for (let each = 0; each < VECTOR_LENGTH; each += 1)
        sum += (layers[from + each] ?? 0) * (rows[row * VECTOR_LENGTH + each] ?? 0);
      shares[at] = sum;
    }
    known[row] = shares;
    return shares;
  };
}

/** Adds a unit to the filters around those units in whose reach it is. */
function addShares(sums: Float32Array, unit: number, count: number, shares: Float32Array): void {
  for (let part = 0; part < FILTER_REACH; part += 1) {
    const centre = unit + CENTRE - part;
    if (centre < 0 || centre >= count) continue;
    const [to, from] = [centre * FILTERS, part * FILTERS];
    for (let filter = 0; filter < FILTERS; filter += 1)
      sums[to + filter] = (sums[to + filter] ?? 0) + (shares[from + filter] ?? 0);
  }
}

function keepLargest(sums: Float32Array, count: number, layers: Float32Array, found: Float32Array): void {
  for (let filter = 0; filter < FILTERS; filter += 1) {
    let largest = Number.NEGATIVE_INFINITY;
    for (let at = filter; at < count * FILTERS; at += FILTERS) largest = Math.max(largest, sums[at] ?? 0);
    found[filter] = Math.max(0, largest + (layers[AT.filterBiases + filter] ?? 0));
  }
}
