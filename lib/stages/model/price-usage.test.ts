import { expect, test } from 'vitest';
import { DEFAULT_MODEL, DEMO_MODEL, PRICES } from './policy.ts';
import { priceUsage } from './price-usage.ts';

const usage = { inputTokens: 1_000, outputTokens: 500, estimated: false };

test('a listed model costs what its table says, in whole micro-dollars, rounded up', () => {
  expect(priceUsage('gpt-4.1-mini', usage)).toBe(1_200);
  expect(priceUsage('gpt-4.1-mini', { inputTokens: 1, outputTokens: 0, estimated: false })).toBe(1);
  expect(priceUsage(DEMO_MODEL, usage)).toBe(0);
});

test('the model that is used when none is named has a price', () => {
  expect(PRICES[DEFAULT_MODEL].inputMicroUsd).toBeGreaterThan(0);
});

test('a model that is not listed costs nothing, whatever it is called', () => {
  for (const name of ['unknown', '__proto__', 'constructor', '']) expect(priceUsage(name, usage)).toBe(0);
});
