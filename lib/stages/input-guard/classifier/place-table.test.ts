import { describe, expect, it } from 'vitest';
import { choosePlaces } from '#scripts/guard/train/choose-places.ts';
import { MARKS, PLACES } from './policy.ts';
import { placeOf, weighBy } from './place-table.ts';

const idAt = (place: number, mark: number): number => place * MARKS + mark;

describe('a table of weights', () => {
  it('gives places to what is worth most, the second choice being the place beside', () => {
    const [best, second, third] = [idAt(10, 7), idAt(10, 61), idAt(11, 32)];
    const candidates = [
      { id: third, worth: 1 },
      { id: second, worth: 2 },
      { id: best, worth: 3 },
    ];
    const marks = choosePlaces(candidates, PLACES, MARKS);
    expect(placeOf(marks, best)).toBe(10);
    expect(placeOf(marks, second)).toBe(11);
    expect(placeOf(marks, third)).toBe(-1);
  });

  it('weighs a feature that has a place, and nothing else', () => {
    const marks = choosePlaces([{ id: idAt(PLACES - 1, 3), worth: 1 }], PLACES, MARKS);
    const weights = new Int8Array(PLACES);
    weights[PLACES - 1] = -5;
    const weightOf = weighBy({ marks, weights });
    expect(weightOf(idAt(PLACES - 1, 3))).toBe(-5);
    expect(weightOf(idAt(PLACES - 1, 4))).toBe(0);
    expect(weightOf(idAt(PLACES - 3, 3))).toBe(0);
  });
});
