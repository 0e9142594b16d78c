import { roomsOf } from '#lib/stages/input-guard/classifier/network/unit-table.ts';
import { UNIT_MARKS, UNIT_PLACES } from '#lib/stages/input-guard/classifier/policy.ts';
import { byWorth, type Candidate } from '../choose-places.ts';

/** So many units move on, one after another, to make room for one. */
const MOVES = 4;

/** Gives the places to the units that are worth most, each one of its four, and moves others between theirs where none is free. The answer is each place's mark. */
export function chooseUnitPlaces(candidates: readonly Candidate[]): Uint8Array {
  const marks = new Uint8Array(UNIT_PLACES);
  const isTaken = new Uint8Array(UNIT_PLACES);
  const put = (place: number, mark: number): void => {
    isTaken[place] = 1;
    marks[place] = mark;
  };
  /** A place among these that is free, or was made so; those of `leaving` are being left to others. */
  const freeOne = (rooms: readonly number[], leaving: readonly number[]): number | undefined => {
    const free = rooms.find((place) => isTaken[place] === 0);
    if (free !== undefined || leaving.length === MOVES) return free;
    return rooms.find((place) => {
      const mark = marks[place] ?? 0;
      const left = [...leaving, place];
      const others = roomsOf(place, mark).filter((one) => !left.includes(one));
      const room = freeOne(others, left);
      if (room !== undefined) put(room, mark);
      return room !== undefined;
    });
  };
  for (const { id } of candidates.toSorted(byWorth)) {
    const mark = id % UNIT_MARKS;
    const rooms = roomsOf(Math.floor(id / UNIT_MARKS), mark);
    // Two units with the same mark and the same places are one.
    if (rooms.some((place) => isTaken[place] === 1 && marks[place] === mark)) continue;
    const place = freeOne(rooms, []);
    if (place !== undefined) put(place, mark);
  }
  return marks;
}
