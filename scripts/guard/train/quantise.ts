import { LEVELS } from '#lib/stages/input-guard/classifier/policy.ts';
import type { Weights } from '#lib/stages/input-guard/classifier/weights-file.ts';
import type { Learned } from './learn-weights.ts';

const LARGEST = 127;
/** The few weights beyond this share of all are cut, so that the many small ones keep their differences. */
const KEPT_SHARE = 0.9995;
const PASSES = 40;

/** Rounds learned weights, one for each place, to a few signed bytes. */
export function quantise({ weights, bias }: Learned, marks: Uint8Array): Omit<Weights, 'network'> {
  const sizes = weights
    .map(Math.abs)
    .filter((size) => size > 0)
    .toSorted();
  const limit = sizes[Math.floor(sizes.length * KEPT_SHARE)] ?? 1;
  // Short decimal numbers, so that the file says exactly what was meant.
  const scale = Number((limit / LARGEST).toPrecision(6));
  const scaled = weights.map((weight) => Math.max(-LARGEST, Math.min(LARGEST, weight / scale))).toSorted();
  const levels = [...new Set(chooseLevels(scaled).map(Math.round))];
  return {
    marks,
    weights: Int8Array.from(weights, (weight) => nearestLevel(levels, weight / scale)),
    levels,
    scale,
    bias: Number(bias.toPrecision(6)),
  };
}

export const nearestLevel = (levels: readonly number[], value: number): number =>
  levels.reduce((best, level) => (Math.abs(level - value) < Math.abs(best - value) ? level : best));

/** The levels with the least squared distance to sorted values (Lloyd, Least squares quantization in PCM, 1982); one of them is 0. */
export function chooseLevels(sorted: Float64Array): number[] {
  const levels = Array.from({ length: LEVELS }, (_, index) => {
    const at = Math.floor(((index + 0.5) / LEVELS) * sorted.length);
    return sorted[at] ?? 0;
  });
  for (let pass = 0; pass < PASSES; pass += 1) {
    let from = 0;
    for (let index = 0; index < LEVELS; index += 1) {
      const limit = index + 1 < LEVELS ? ((levels[index] ?? 0) + (levels[index + 1] ?? 0)) / 2 : Infinity;
      let [sum, to] = [0, from];
      for (; to < sorted.length && (sorted[to] ?? 0) <= limit; to += 1) sum += sorted[to] ?? 0;
      if (to > from) levels[index] = sum / (to - from);
      from = to;
    }
  }
  const nearest = levels.reduce((best, level) => (Math.abs(level) < Math.abs(best) ? level : best));
  return levels.map((level) => (level === nearest ? 0 : level));
}
