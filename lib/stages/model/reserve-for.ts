import 'server-only';
import { priceOf } from './price-of.ts';

export type Reserve = { unit: 'micro_usd' | 'tokens'; amount: number };

/**
 * What a turn of this model takes from the budgets before it begins: the most it can cost, in whole micro-USD, or, where the model has no
 * price, the most tokens it can use.
 */
export function reserveFor(
  model: string,
  { inputTokens, outputTokens }: { inputTokens: number; outputTokens: number },
): Reserve {
  const priced = priceOf(model);
  if (!priced) return { unit: 'tokens', amount: inputTokens + outputTokens };
  const { inputMicroUsd, cachedMicroUsd, outputMicroUsd } = priced.price;
  const dearest = Math.max(inputMicroUsd, cachedMicroUsd);
  return { unit: 'micro_usd', amount: Math.ceil(inputTokens * dearest + outputTokens * outputMicroUsd) };
}
