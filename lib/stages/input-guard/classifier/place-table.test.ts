import { describe, expect, it } from 'vitest';
import { choosePlaces } from '#scripts/guard/train/choose-places.ts';
import { MARKS, PLACES } from './policy.ts';
import { placeOf, weighBy } from './place-table.ts';

const idAt = (place: number, mark: number): number => place * MARKS + mark;

describe('a table of weights', () => {
  it('gives places to what is worth most, the second choice being the place beside', () => {
    const [best, second, third] = [idAt(10, 7), idAt(10, 61), idAt(11, 32)];
    const table = choosePlaces([
      { id: third, worth: 1 },
      { id: second, worth: 2 },
      { id: best, worth: 3 },
    ]);
    expect(placeOf(table, best)).toBe(10);
    expect(placeOf(table, second)).toBe(11);
    expect(placeOf(table, third)).toBe(-1);
  });

  it('weighs a feature that has a place, and nothing else', () => {
    const table = choosePlaces([{ id: idAt(PLACES - 1, 3), worth: 1 }]);
    table[2 * (PLACES - 1) + 1] = -5 & 0xff;
    const weightOf = weighBy(table);
    expect(weightOf(idAt(PLACES - 1, 3))).toBe(-5);
    expect(weightOf(idAt(PLACES - 1, 4))).toBe(0);
    expect(weightOf(idAt(PLACES - 3, 3))).toBe(0);
  });
});
