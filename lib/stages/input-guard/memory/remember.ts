import 'server-only';
import type { KeyedBlocks } from '#lib/kernel/cipher/keyed-blocks.ts';
import { markShingles } from './mark-shingles.ts';
import { LEAST_SHARE, MARK_BYTES, MOST_ATTACKS } from './policy.ts';
import { marksOf } from './sketch.ts';

/** Confirmed attacks, as a message is compared with them. */
export type AttackMemory = {
  readonly size: number;
  /** Whether a reading holds most of what is known of one of them. */
  readonly resembles: (view: string) => boolean;
};

/** What a guard without memory remembers. */
export const NOTHING: AttackMemory = { size: 0, resembles: () => false };

/** So many first bits of a mark decide quickly that it is nobody's. */
const SLOT_BITS = 18;
const SLOT_SIZE = 2 ** (MARK_BYTES * 8 - SLOT_BITS);

type Index = {
  /** By the first bits of a mark: 1 where an attack has one that begins so. */
  slots: Uint8Array;
  /** By mark: the attacks that have it. */
  holders: Map<number, number[]>;
  /** By attack: how many of its marks must be met. */
  needed: number[];
};

/** Of these sketches, no more than `MOST_ATTACKS`. Costs nothing where there are none, else microseconds a message. */
export function remember(sketches: readonly Uint8Array[], keyed: KeyedBlocks): AttackMemory {
  if (sketches.length === 0) return NOTHING;
  const index = indexOf(sketches.slice(0, MOST_ATTACKS));
  return { size: index.needed.length, resembles: (view) => holdsMost(index, markShingles(view, keyed)) };
}

function indexOf(sketches: readonly Uint8Array[]): Index {
  const index: Index = { slots: new Uint8Array(2 ** SLOT_BITS), holders: new Map(), needed: [] };
  for (const [attack, marks] of sketches.map(marksOf).entries()) {
    index.needed.push(Math.max(1, Math.ceil(marks.length * LEAST_SHARE)));
    for (const mark of marks) {
      index.slots[slotOf(mark)] = 1;
      const known = index.holders.get(mark);
      if (known) known.push(attack);
      else index.holders.set(mark, [attack]);
    }
  }
  return index;
}

/** Whether the marks of a text hold so many of one attack's. A mark that comes twice counts once. */
function holdsMost({ slots, holders, needed }: Index, marks: Float64Array): boolean {
  const met = new Set<number>();
  const hits = new Uint16Array(needed.length);
  for (const mark of marks) {
    if (slots[slotOf(mark)] === 0 || met.has(mark)) continue;
    for (const attack of holders.get(mark) ?? []) {
      const count = (hits[attack] ?? 0) + 1;
      hits[attack] = count;
      if (count >= (needed[attack] ?? Infinity)) return true;
      met.add(mark);
    }
  }
  return false;
}

function slotOf(mark: number): number {
  return Math.floor(mark / SLOT_SIZE);
}
