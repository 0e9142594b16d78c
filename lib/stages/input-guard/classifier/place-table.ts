import 'server-only';
import { LEVELS, MARKS, PLACES } from './policy.ts';

/** A mark and a weight for each place, one byte each, the weight signed. */
export type PlaceTable = Uint8Array;

const NOT_THERE = -1;
const [BITS_OF_MARK, BITS_OF_LEVEL] = [Math.log2(MARKS), Math.log2(LEVELS)];

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

/** The table as it is shipped: marks and steps of weights packed into bits, as base64, and the signed byte of each step. */
export type PackedTable = {
  readonly marks: string;
  readonly steps: string;
  readonly levels: readonly number[];
};

export function unpackTable({ marks, steps, levels }: PackedTable): PlaceTable {
  const table = new Uint8Array(2 * PLACES);
  const [markAt, stepAt] = [bitsOf(marks, BITS_OF_MARK), bitsOf(steps, BITS_OF_LEVEL)];
  for (let place = 0; place < PLACES; place += 1) {
    table[2 * place] = markAt(place);
    table[2 * place + 1] = (levels[stepAt(place)] ?? 0) & 0xff;
  }
  return table;
}

export function packTable(table: PlaceTable, levels: readonly number[]): PackedTable {
  const stepOf = new Map(levels.map((level, step) => [level & 0xff, step]));
  const marks = intoBits(PLACES, BITS_OF_MARK, (place) => table[2 * place] ?? 0);
  const steps = intoBits(PLACES, BITS_OF_LEVEL, (place) => stepOf.get(table[2 * place + 1] ?? 0) ?? 0);
  return { marks, steps, levels };
}

/** Numbers of so many bits, one behind the other, the highest bit first. */
function bitsOf(base64: string, bits: number): (index: number) => number {
  const bytes = Buffer.from(base64, 'base64');
  return (index) => {
    const at = index * bits;
    const two = ((bytes[at >>> 3] ?? 0) << 8) | (bytes[(at >>> 3) + 1] ?? 0);
    return (two >>> (16 - bits - (at & 7))) & ((1 << bits) - 1);
  };
}

function intoBits(count: number, bits: number, valueAt: (index: number) => number): string {
  const bytes = new Uint8Array(Math.ceil((count * bits) / 8));
  for (let index = 0; index < count; index += 1) {
    const at = index * bits;
    const two = valueAt(index) << (16 - bits - (at & 7));
    bytes[at >>> 3] = (bytes[at >>> 3] ?? 0) | (two >>> 8);
    if ((two & 0xff) !== 0) bytes[(at >>> 3) + 1] = (bytes[(at >>> 3) + 1] ?? 0) | (two & 0xff);
  }
  return Buffer.from(bytes).toString('base64');
}
