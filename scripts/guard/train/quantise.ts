import type { Learned } from './learn-weights.ts';

/** Weights of one byte each; a weight is its byte times `scale`. */
export type Quantised = { readonly bytes: Int8Array; readonly scale: number; readonly bias: number };

const LARGEST = 127;
/** The few weights beyond this share of all are cut, so that the many small ones keep their differences. */
const KEPT_SHARE = 0.9995;

/** Rounds learned weights to signed bytes. */
export function quantise({ weights, bias }: Learned): Quantised {
  const sizes = weights
    .map(Math.abs)
    .filter((size) => size > 0)
    .toSorted();
  const limit = sizes[Math.floor(sizes.length * KEPT_SHARE)] ?? 1;
  // Short decimal numbers, so that the file says exactly what was meant.
  const scale = Number((limit / LARGEST).toPrecision(6));
  const bytes = Int8Array.from(weights, (weight) =>
    Math.max(-LARGEST, Math.min(LARGEST, Math.round(weight / scale))),
  );
  return { bytes, scale, bias: Number(bias.toPrecision(6)) };
}
