import { expect, test } from 'vitest';
import { bearerMatches } from './bearer.ts';

const TOKEN = 'a-token-of-some-length-9f31';
const asked = (authorization?: string) =>
  new Request('http://127.0.0.1/', {
    method: 'POST',
    headers: authorization === undefined ? {} : { authorization },
  });

test('a bearer token opens by every character of it, and by nothing that is like it', () => {
  expect(bearerMatches(asked(`Bearer ${TOKEN}`), TOKEN)).toBe(true);
  for (const other of [
    undefined,
    '',
    'Bearer',
    'Bearer ',
    TOKEN,
    `bearer ${TOKEN}`,
    `Basic ${TOKEN}`,
    `Bearer ${TOKEN}x`,
    `Bearer ${TOKEN.slice(0, -1)}`,
    `Bearer ${TOKEN.toUpperCase()}`,
    `Bearer ${TOKEN} ${TOKEN}`,
    `Bearer ${'x'.repeat(600)}`,
  ])
    expect(bearerMatches(asked(other), TOKEN), other).toBe(false);
});

test('no token opens what has none', () => {
  expect(bearerMatches(asked(), '')).toBe(false);
  expect(bearerMatches(asked('Bearer '), '')).toBe(false);
});
