import 'server-only';
import { env } from '#lib/kernel/env.ts';
import { type Price, PRICE_VERSION, PRICES, UNPRICED_VERSION } from './policy.ts';

/** What a token of this model costs and by which table: ours, else MODEL_PRICE; null where nobody said. */
export function priceOf(model: string): { price: Price; version: string } | null {
  const prices: Readonly<Record<string, Price>> = PRICES;
  const price = Object.hasOwn(prices, model) ? prices[model] : undefined;
  if (price) return { price, version: PRICE_VERSION };
  const { MODEL_PRICE: set } = env();
  if (set === '') return null;
  const [inputMicroUsd = 0, cachedMicroUsd = 0, outputMicroUsd = 0] = set.split(',').map(Number);
  return { price: { inputMicroUsd, cachedMicroUsd, outputMicroUsd }, version: `set ${set}` };
}

/** Names the prices that a turn of this model is booked by. */
export function priceVersionOf(model: string): string {
  return priceOf(model)?.version ?? UNPRICED_VERSION;
}

/** What to put where, for a model without a price. */
export const PRICE_LINE =
  'MODEL_PRICE=0.40,0.10,1.60 into .env.local: USD per million tokens of input, cached input and output (0,0,0 for a model of your own)';
