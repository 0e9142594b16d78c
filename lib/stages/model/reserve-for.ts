import 'server-only';
import { env } from '#lib/kernel/env.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { priceOf } from './price-of.ts';

export type Reserve = { unit: 'micro_usd' | 'tokens'; amount: number };

/**
 * What a turn of this model takes from the budgets before it begins: the most it can cost, in whole micro-USD, or, where the model has no
 * price, the most tokens it can use.
 * @throws AppError `model_unavailable` in production, where nothing runs whose cost nobody knows
 */
export function reserveFor(
  model: string,
  { inputTokens, outputTokens }: { inputTokens: number; outputTokens: number },
): Reserve {
  const priced = priceOf(model);
  if (!priced && env().PRODUCTION) throw new AppError('model_unavailable');
  if (!priced) return { unit: 'tokens', amount: inputTokens + outputTokens };
  const { inputMicroUsd, cachedMicroUsd, outputMicroUsd } = priced.price;
  const dearest = Math.max(inputMicroUsd, cachedMicroUsd);
  return { unit: 'micro_usd', amount: Math.ceil(inputTokens * dearest + outputTokens * outputMicroUsd) };
}
