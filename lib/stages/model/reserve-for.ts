import 'server-only';
import { env } from '#lib/kernel/env.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { priceOf } from './price-of.ts';

export type Reserve = { unit: 'micro_usd' | 'tokens'; amount: number };

/**
 * What a turn takes from the budgets before it begins: the most it can cost with the models that may answer it, in whole micro-USD,
 * or, where none has a price, the most tokens it can use.
 * @throws AppError `model_unavailable` in production, where nothing runs whose cost nobody knows
 */
export function reserveFor(
  models: readonly string[],
  { inputTokens, outputTokens }: { inputTokens: number; outputTokens: number },
): Reserve {
  const prices = models.flatMap((model) => priceOf(model)?.price ?? []);
  if (prices.length < models.length && env().PRODUCTION) throw new AppError('model_unavailable');
  if (prices.length === 0) return { unit: 'tokens', amount: inputTokens + outputTokens };
  // One may read what another writes: each at its dearest.
  const input = Math.max(
    ...prices.flatMap(({ inputMicroUsd, cachedMicroUsd }) => [inputMicroUsd, cachedMicroUsd]),
  );
  const output = Math.max(...prices.map(({ outputMicroUsd }) => outputMicroUsd));
  return { unit: 'micro_usd', amount: Math.ceil(inputTokens * input + outputTokens * output) };
}
