import { expect, test } from 'vitest';
import { readDollars } from './read-dollars.ts';

test.each([
  ['0', 0],
  ['12', 12_000_000],
  ['0.5', 500_000],
  [' 0.000001 ', 1],
  ['1000000', 1_000_000_000_000],
])('%j is %i micro-USD', (text, micro) => {
  expect(readDollars(text)).toBe(micro);
});

test.each(['', '-1', '1,5', '1e3', '.5', '0.0000001', '1000000.000001', '12.', '$5', 'NaN'])(
  '%j is none',
  (text) => {
    expect(readDollars(text)).toBeNull();
  },
);
