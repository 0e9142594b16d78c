import { expect, test } from 'vitest';
import { BLOCK, roomsOf, unitPlaceOf } from '#lib/stages/input-guard/classifier/network/unit-table.ts';
import { UNIT_MARKS, UNIT_PLACES } from '#lib/stages/input-guard/classifier/policy.ts';
import { seededRandom } from '../../random.ts';
import { chooseUnitPlaces } from './choose-unit-places.ts';

const NEARLY_FULL = Math.floor(0.8 * UNIT_PLACES);
const random = seededRandom(5);
const candidates = Array.from({ length: 2 * UNIT_PLACES }, (_, index) => ({
  id: Math.floor(random() * UNIT_PLACES * UNIT_MARKS),
  worth: 2 * UNIT_PLACES - index,
}));
const marks = chooseUnitPlaces(candidates);
const shareFound = (from: number, to: number): number =>
  candidates.slice(from, to).filter(({ id }) => unitPlaceOf(marks, id) >= 0).length / (to - from);

test('the units that are worth most have a place, each its own, up to a table nearly full', () => {
  expect(shareFound(0, NEARLY_FULL)).toBeGreaterThan(0.999);
  expect(shareFound(NEARLY_FULL, UNIT_PLACES)).toBeGreaterThan(0.6);
  const places = candidates.slice(0, NEARLY_FULL).map(({ id }) => unitPlaceOf(marks, id));
  expect(new Set(places).size).toBeGreaterThan(0.98 * places.length);
});

test('a unit that is not there seldom finds the place of another', () => {
  const others = Array.from({ length: 20_000 }, () => Math.floor(random() * UNIT_PLACES * UNIT_MARKS));
  expect(others.filter((id) => unitPlaceOf(marks, id) >= 0).length / others.length).toBeLessThan(0.03);
});

test('all places of a unit lie within the table, and each leads to the others', () => {
  expect(UNIT_PLACES % BLOCK).toBe(0);
  for (const { id } of candidates.slice(0, 2_000)) {
    const mark = id % UNIT_MARKS;
    const rooms = roomsOf(Math.floor(id / UNIT_MARKS), mark);
    expect(new Set(rooms).size).toBe(4);
    expect(Math.max(...rooms)).toBeLessThan(UNIT_PLACES);
    for (const room of rooms) expect(roomsOf(room, mark).toSorted()).toEqual(rooms.toSorted());
  }
});
