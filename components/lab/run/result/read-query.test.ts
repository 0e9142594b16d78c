import { expect, it } from 'vitest';
import { readQuery } from './read-query.ts';

it.each([
  ['q=YXBAaGFyYm91ci1taWxsLnRlc3Q%3D', 'ap@harbour-mill.test'],
  ['q=total%20482%2C00', 'total 482,00'],
  ['a=1&b=%C3%BC', '1 · ü'],
])('%s is spelled out', (query, text) => expect(readQuery(query)).toBe(text));

it.each(['', 'q=DATA', 'q=AAECAwQFBgcICQ=='])('%s says nothing more', (query) =>
  expect(readQuery(query)).toBeNull(),
);
