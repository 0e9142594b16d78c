import 'server-only';
import { LEAST_TOKENS, WINDOW_TOKENS } from './policy.ts';
import type { Features } from './feature-list.ts';

/** A stretch of tokens, `from` to `to` (excluded), and the sum of its weights. */
export type Stretch = { readonly score: number; readonly from: number; readonly to: number };

/**
 * The stretch with the highest sum: whole sentences in a row of at most `WINDOW_TOKENS` tokens, or `LEAST_TOKENS` to
 * `WINDOW_TOKENS` of a longer sentence, which may be several without a full stop. Innocent sentences around an attack do not count in
 * its favour; the words of its own sentence do.
 */
export function findWorst(features: Features, weightOf: (id: number) => number): Stretch {
  const { ids, ends, begins, tokens } = features;
  const sums = new Float64Array(tokens + 1);
  let [score, from, to] = [Number.NEGATIVE_INFINITY, 0, tokens];
  let at = 0;
  let sum = 0;
  let sentence = 0;
  for (let token = 1; token <= tokens; token += 1) {
    for (const end = ends[token - 1] ?? 0; at < end; at += 1) sum += weightOf(ids[at] ?? 0);
    sums[token] = sum;
    const isLong = token - sentence >= WINDOW_TOKENS;
    const isEnd = token === tokens || begins[token] === 1;
    if (isEnd || isLong) {
      const start = isLong ? lowest(sums, token) : lowestBegin(sums, begins, token, sentence);
      const found = sum - (sums[start] ?? 0);
      if (found > score) [score, from, to] = [found, start, token];
    }
    if (isEnd) sentence = token;
  }
  return { score, from, to };
}

/** The begin of a sentence, not too far back, up to which the sum is lowest: the best start of a stretch that ends here. */
function lowestBegin(sums: Float64Array, begins: Uint8Array, end: number, sentence: number): number {
  let found = sentence;
  for (let at = Math.max(0, end - WINDOW_TOKENS); at < sentence; at += 1)
    if (begins[at] === 1 && (sums[at] ?? 0) < (sums[found] ?? 0)) found = at;
  return found;
}

/** The same within a sentence that is too long: any place in it that is neither too far back nor too near. */
function lowest(sums: Float64Array, end: number): number {
  let found = end - WINDOW_TOKENS;
  for (let at = found + 1; at <= end - LEAST_TOKENS; at += 1)
    if ((sums[at] ?? 0) < (sums[found] ?? 0)) found = at;
  return found;
}
