import { expect, test } from 'vitest';
import { toMinorUnits } from './read-amount.ts';

test.each([
  ['40', 'EUR', 4_000],
  ['40.00', 'EUR', 4_000],
  ['40,00', 'EUR', 4_000],
  ['40.5', 'EUR', 4_050],
  ['1,200.50', 'USD', 120_050],
  ['1.200,50', 'EUR', 120_050],
  ["1'200.50", 'CHF', 120_050],
  ['1 200,50', 'EUR', 120_050],
  ['1,200', 'EUR', 120_000],
  ['1.200', 'EUR', 120_000],
  ['1,200', 'JPY', 1_200],
  ['1200', 'JPY', 1_200],
  ['0', 'EUR', 0],
])('an amount written "%s" in %s is %i in minor units', (text, currency, minor) => {
  expect(toMinorUnits(text, currency)).toBe(minor);
});

test.each([
  ['', 'EUR'],
  ['-4', 'EUR'],
  ['1e9', 'EUR'],
  ['999999999999', 'EUR'],
  ['4', 'XXX'],
  ['4', '__proto__'],
  ['.', 'EUR'],
])('"%s" in %s is no amount', (text, currency) => {
  expect(toMinorUnits(text, currency)).toBeNull();
});

test('no accepted amount loses a cent to its size', () => {
  expect(Number.isSafeInteger(toMinorUnits('99999999999.99', 'EUR'))).toBe(true);
});
