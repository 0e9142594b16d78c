import 'server-only';
import type { ModelUsage } from '#lib/kernel/ports.ts';
import { PRICES } from './policy.ts';

/** What this usage costs, in whole micro-USD, rounded up. 0 for a model without a price. */
export function priceUsage(model: string, usage: ModelUsage): number {
  const prices: Record<string, { inputMicroUsd: number; outputMicroUsd: number }> = PRICES;
  const price = Object.hasOwn(prices, model) ? prices[model] : undefined;
  if (!price) return 0;
  return Math.ceil(usage.inputTokens * price.inputMicroUsd + usage.outputTokens * price.outputMicroUsd);
}
