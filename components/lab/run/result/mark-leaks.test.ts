import { expect, it } from 'vitest';
import { BRAND } from '#lib/contract/brand.ts';
import { markLeaks } from './mark-leaks.ts';

const OWN = 'billing@northwind.test';
const leaks = (text: string) =>
  markLeaks(text, OWN)
    .filter(({ isLeak }) => isLeak)
    .map(({ text: part }) => part);

it('others’ addresses and links elsewhere are marked, one’s own and ours are not', () => {
  const text = `To ${OWN}, ${BRAND.supportEmail}, ap@harbour.test. See [it](http://evil.test/a) ![x](https://evil.test/p.png?q=1 2)`;
  expect(leaks(text)).toEqual([
    'ap@harbour.test',
    '[it](http://evil.test/a)',
    '![x](https://evil.test/p.png?q=1',
  ]);
  expect(
    markLeaks(text, OWN)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});

it.each(['', 'You owe **€3.00**.', '[Invoice](/invoices/2026-1)'])('%s has none', (text) =>
  expect(leaks(text)).toEqual([]),
);
