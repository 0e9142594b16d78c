import 'server-only';
import type { ModelUsage } from '#lib/kernel/model-port.ts';
import { priceOf } from './price-of.ts';

/** What this usage costs, in whole micro-USD, rounded up. 0 for a model without a price. */
export function priceUsage(model: string, usage: ModelUsage): number {
  const priced = priceOf(model);
  if (!priced) return 0;
  const { inputMicroUsd, cachedMicroUsd, outputMicroUsd } = priced.price;
  const cached = Math.min(usage.cachedTokens ?? 0, usage.inputTokens);
  return Math.ceil(
    (usage.inputTokens - cached) * inputMicroUsd +
      cached * cachedMicroUsd +
      usage.outputTokens * outputMicroUsd,
  );
}
