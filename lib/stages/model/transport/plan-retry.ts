import 'server-only';
import { MAX_RETRIES, MAX_RETRY_AFTER_MS, RETRIED_STATUSES, RETRY_BASE_MS } from '../policy.ts';
import type { Failure } from './classify-failure.ts';

/**
 * How many milliseconds to wait before the next try, or null: not again. Only what certainly was not carried out is tried
 * again, so that a call is never paid for twice.
 * @param tries how many there were, this one included
 * @param random between 0 and 1
 */
export function planRetry(failure: Failure, tries: number, random = Math.random()): number | null {
  if (tries > MAX_RETRIES) return null;
  const jitterMs = random * RETRY_BASE_MS * 2 ** tries;
  if (failure.kind === 'unsent') return failure.isWorthRetrying ? jitterMs : null;
  if (failure.kind !== 'status' || !RETRIED_STATUSES.includes(failure.status)) return null;
  const askedMs = failure.retryAfterMs ?? 0;
  return askedMs > MAX_RETRY_AFTER_MS ? null : Math.max(jitterMs, askedMs);
}
