import 'server-only';
import { env } from '#lib/kernel/env.ts';
import { DEFAULT_MODEL, DEMO_MODEL, type Price, PRICE_VERSION, PRICES, UNPRICED_VERSION } from './policy.ts';
import { isProviderSet } from './provider-settings.ts';

/** What a token of this model costs and by which table; null where nobody said. */
export function priceOf(model: string): { price: Price; version: string } | null {
  const { MODEL_PRICE: set } = env();
  if (set !== '' && model === modelInUse()) {
    const [inputMicroUsd = 0, cachedMicroUsd = 0, outputMicroUsd = 0] = set.split(',').map(Number);
    return { price: { inputMicroUsd, cachedMicroUsd, outputMicroUsd }, version: `set ${set}` };
  }
  const prices: Readonly<Record<string, Price>> = PRICES;
  const price = Object.hasOwn(prices, model) ? prices[model] : undefined;
  return price ? { price, version: PRICE_VERSION } : null;
}

/** Names the prices that a turn of this model is booked by. */
export function priceVersionOf(model: string): string {
  return priceOf(model)?.version ?? UNPRICED_VERSION;
}

/** The name of the model that the settings choose. */
export function modelInUse(): string {
  return isProviderSet(env()) ? env().OPENAI_MODEL || DEFAULT_MODEL : DEMO_MODEL;
}

/** What to put where, for a model without a price. */
export const PRICE_LINE =
  'MODEL_PRICE=0.40,0.10,1.60 in .env.local: USD per million tokens of input, cached input and output (0,0,0 for a model of your own)';
