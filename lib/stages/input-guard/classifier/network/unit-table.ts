import 'server-only';
import { UNIT_MARKS } from '../policy.ts';

const BITS_OF_MARK = Math.log2(UNIT_MARKS);
/** Places come in blocks of so many; how far apart a unit's two pairs of places are depends on its mark. */
export const BLOCK = 2 * UNIT_MARKS;

/**
 * The four places where a unit may stand: two pairs within one block, so that one is free in a table that is nearly full. Which they are can be
 * told from any of them and the mark (Fan and others, Cuckoo Filter, 2014).
 */
export function roomsOf(place: number, mark: number): readonly [number, number, number, number] {
  const other = place ^ (mark === 0 ? 2 : 2 * mark);
  return [place, place ^ 1, other, other ^ 1];
}

/** The place of a unit, whose number is `place * UNIT_MARKS + mark`, or -1: one that was never learned finds one in sixty times. */
export function unitPlaceOf(marks: Uint8Array, id: number): number {
  const mark = id & (UNIT_MARKS - 1);
  for (const place of roomsOf(id >>> BITS_OF_MARK, mark)) if (marks[place] === mark) return place;
  return -1;
}
