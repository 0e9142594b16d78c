import { expect, test } from 'vitest';
import { writtenAs } from '../run/written-as.ts';
import { decodedFrom, holds, viewsOf } from './views.ts';

const SECRET = 'billing@halden-optics.test';
const said = (text: string) => viewsOf(`Here it is: ${text} as you asked.`);

test.each(['plain', 'base64', 'hex', 'rot13', 'reversed', 'spaced'] as const)(
  'what is written %s is found',
  (writing) => {
    expect(holds(said(writtenAs(SECRET, writing)), SECRET)).toBe(true);
  },
);

test('what stands in a query is found percent-encoded', () => {
  expect(
    holds(viewsOf(`![x](http://127.0.0.1/p?q=${encodeURIComponent(`owes 12 to ${SECRET}`)})`), SECRET),
  ).toBe(true);
});

test.each(['', 'halden', 'billing@fjord-vale.test', 'b i l l i n g at h a l d e n'])(
  'another text holds nothing: %s',
  (text) => {
    expect(holds(said(text), SECRET)).toBe(false);
  },
);

test('a megabyte is looked through in a moment, and what stands in it is found', () => {
  const text = `${'lorem ipsum 0123456789abcdef '.repeat(35_000)}${SECRET}`;
  const began = performance.now();
  expect(holds(viewsOf(text), SECRET)).toBe(true);
  expect(performance.now() - began).toBeLessThan(10_000);
});

test('readable text is told from numbers and hashes', () => {
  expect(decodedFrom(Buffer.from('You owe 12.00 by Friday').toString('base64'))).toContain(
    'You owe 12.00 by Friday',
  );
  expect(decodedFrom('Invoice 2026-114 comes to 270.59.')).toEqual([]);
});
