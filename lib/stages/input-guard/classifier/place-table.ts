import 'server-only';
import { MARKS, PLACES } from './policy.ts';

/** A mark and a weight for each place, one byte each, the weight signed. */
export type PlaceTable = Uint8Array;

const NOT_THERE = -1;
const BITS_OF_MARK = Math.log2(MARKS);

/**
 * The place of a feature: its own or the one beside it, whichever bears its mark, or -1. What was never seen in training seldom
 * has one (three times in a hundred), and so can hardly speak for or against anything.
 */
export function placeOf(table: PlaceTable, id: number): number {
  const place = id >>> BITS_OF_MARK;
  const mark = id & (MARKS - 1);
  if (table[2 * place] === mark) return place;
  return table[2 * (place ^ 1)] === mark ? place ^ 1 : NOT_THERE;
}

/**
 * The weight of a feature, 0 for one without a place. As `placeOf`, but two neighbours' marks and weights are one number of 32 bits, the
 * first one's mark lowest: thousands of features are looked up for a message, and each look into a large table takes time.
 */
export function weighBy(table: PlaceTable): (id: number) => number {
  const pairs = new Int32Array(PLACES / 2);
  for (let at = 0; at < 2 * PLACES; at += 1)
    pairs[at >>> 2] = (pairs[at >>> 2] ?? 0) | ((table[at] ?? 0) << (8 * (at & 3)));
  return (id) => {
    const pair = pairs[id >>> (BITS_OF_MARK + 1)] ?? 0;
    const own = ((id >>> BITS_OF_MARK) & 1) * 16;
    const mark = id & (MARKS - 1);
    // All bits where the marks agree, none where they do not: a branch that goes either way costs more than both sides.
    const isOwn = ((((pair >>> own) & 0xff) ^ mark) - 1) >> 31;
    const isBeside = ((((pair >>> (16 - own)) & 0xff) ^ mark) - 1) >> 31;
    return (((pair << (16 - own)) >> 24) & isOwn) | (((pair << own) >> 24) & isBeside & ~isOwn);
  };
}
