import 'server-only';

/**
 * Splits a whole amount in proportion to `weights` so that the parts are whole and sum to it exactly: each part is
 * rounded down, then the units left over go to the largest fractions (Hamilton's method; the earlier part wins a tie).
 * @param total not negative
 * @param weights not negative, not all zero
 */
export function splitByLargestRemainder(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const floors = weights.map((weight) => Math.floor((total * weight) / sum));
  const left = total - floors.reduce((all, part) => all + part, 0);
  const order = weights
    .map((weight, index) => ({ index, fraction: (total * weight) % sum }))
    .toSorted((a, b) => b.fraction - a.fraction || a.index - b.index)
    .slice(0, left)
    .map(({ index }) => index);
  return floors.map((part, index) => part + (order.includes(index) ? 1 : 0));
}
