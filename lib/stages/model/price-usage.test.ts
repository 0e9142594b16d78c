import { afterEach, describe, expect, test, vi } from 'vitest';

const set = vi.hoisted(() => ({ MODEL_PRICE: '', PRODUCTION: false }));
// Settings that a process is started with, changed from test to test.
vi.mock('#lib/kernel/env.ts', () => ({ env: () => set }));
import { DEFAULT_MODEL, DEMO_MODEL, PRICE_VERSION, PRICES, UNPRICED_VERSION } from './policy.ts';
import { priceVersionOf } from './price-of.ts';
import { priceUsage } from './price-usage.ts';
import { reserveFor } from './reserve-for.ts';

const usage = { inputTokens: 1_000, outputTokens: 500, estimated: false };
const most = { inputTokens: 2_000, outputTokens: 1_000 };
afterEach(() => void Object.assign(set, { MODEL_PRICE: '', PRODUCTION: false }));

describe('a price', () => {
  test('of a listed model is what its table says, in whole micro-dollars, rounded up', () => {
    expect(priceUsage('gpt-4.1-mini', usage)).toBe(1_200);
    expect(priceUsage('gpt-4.1-mini', { inputTokens: 1, outputTokens: 0, estimated: false })).toBe(1);
    expect(priceUsage('gpt-4.1-mini', { ...usage, cachedTokens: 1_000 })).toBe(900);
    expect(priceUsage('gpt-4.1-mini', { ...usage, cachedTokens: 5_000 })).toBe(900);
    expect(priceUsage(DEMO_MODEL, usage)).toBe(0);
    expect(PRICES[DEFAULT_MODEL].inputMicroUsd).toBeGreaterThan(0);
    expect(priceVersionOf('gpt-4.1-mini')).toBe(PRICE_VERSION);
  });

  test('of a model that is not listed is unknown, whatever it is called', () => {
    for (const name of ['unknown', '__proto__', 'constructor', '']) {
      expect(priceUsage(name, usage)).toBe(0);
      expect(priceVersionOf(name)).toBe(UNPRICED_VERSION);
    }
  });

  test('of such a model can be set', () => {
    set.MODEL_PRICE = '2,0.5,8';
    expect(priceUsage('my-model', { ...usage, cachedTokens: 200 })).toBe(1_600 + 100 + 4_000);
    expect(priceVersionOf('my-model')).toBe('set 2,0.5,8');
    expect(priceUsage('gpt-4.1-mini', usage)).toBe(1_200);
  });
});

describe('what a turn sets aside', () => {
  test('is the most that it can cost: no usage within its tokens costs more', () => {
    for (const model of Object.keys(PRICES)) {
      const { unit, amount } = reserveFor([model], most);
      expect(unit).toBe('micro_usd');
      for (const cachedTokens of [0, 700, 2_000])
        expect(priceUsage(model, { ...most, cachedTokens, estimated: false })).toBeLessThanOrEqual(amount);
    }
  });

  test('holds each price at its dearest where one of two models may read what the other writes', () => {
    const [one = '', two = ''] = Object.keys(PRICES);
    const both = reserveFor([one, two], most).amount;
    const split = [
      [
        { ...most, outputTokens: 0 },
        { ...most, inputTokens: 0 },
      ],
      [
        { ...most, inputTokens: 0 },
        { ...most, outputTokens: 0 },
      ],
    ] as const;
    for (const [first, second] of split) {
      const cost =
        priceUsage(one, { ...first, estimated: false }) + priceUsage(two, { ...second, estimated: false });
      expect(cost).toBeLessThanOrEqual(both);
    }
    expect(both).toBeGreaterThanOrEqual(
      Math.max(...[one, two].map((model) => reserveFor([model], most).amount)),
    );
  });

  test('of a model without a price are its tokens; in production nothing, because it is refused', () => {
    expect(reserveFor(['my-model'], most)).toEqual({ unit: 'tokens', amount: 3_000 });
    set.PRODUCTION = true;
    expect(() => reserveFor(['my-model'], most)).toThrow(
      expect.objectContaining({ code: 'model_unavailable' }),
    );
    set.MODEL_PRICE = '0,0,0';
    expect(reserveFor(['my-model'], most)).toEqual({ unit: 'micro_usd', amount: 0 });
  });
});
