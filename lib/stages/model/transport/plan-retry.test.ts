import { describe, expect, test } from 'vitest';
import { MAX_RETRIES, MAX_RETRY_AFTER_MS, RETRIED_STATUSES, RETRY_BASE_MS } from '../policy.ts';
import { planRetry } from './plan-retry.ts';
import { retryAfterMs } from './retry-after.ts';

const status = (code: number, askedMs: number | null = null) =>
  ({ kind: 'status', status: code, retryAfterMs: askedMs }) as const;

describe('a call is tried again', () => {
  test('only after an answer that says it was not carried out, or where nobody was reached', () => {
    for (const code of RETRIED_STATUSES) expect(planRetry(status(code), 1)).not.toBeNull();
    for (const code of [400, 401, 402, 403, 404, 413, 422, 451])
      expect(planRetry(status(code), 1)).toBeNull();
    expect(planRetry({ kind: 'unsent', isWorthRetrying: true, code: 'ECONNREFUSED' }, 1)).not.toBeNull();
  });

  test('never where it may have been carried out: it would be paid for twice', () => {
    expect(planRetry({ kind: 'lost', code: 'late' }, 1)).toBeNull();
    expect(planRetry({ kind: 'lost', code: 'UND_ERR_SOCKET' }, 1)).toBeNull();
  });

  test('a bounded number of times, with full jitter between nothing and twice as much each time', () => {
    expect(planRetry(status(500), MAX_RETRIES + 1)).toBeNull();
    for (let tries = 1; tries <= MAX_RETRIES; tries += 1) {
      expect(planRetry(status(500), tries, 0)).toBe(0);
      expect(planRetry(status(500), tries, 1)).toBe(RETRY_BASE_MS * 2 ** tries);
    }
  });

  test('not before the provider wants it, and not at all where it wants more patience than a person has', () => {
    expect(planRetry(status(429, 1_200), 1, 0)).toBe(1_200);
    expect(planRetry(status(429, MAX_RETRY_AFTER_MS + 1), 1)).toBeNull();
  });
});

test('Retry-After is read as seconds, as a date and as milliseconds; anything else says nothing', () => {
  const now = Date.parse('2026-11-26T10:00:00Z');
  const read = (headers: Record<string, string>) => retryAfterMs(new Headers(headers), now);
  expect(read({ 'retry-after': '2' })).toBe(2_000);
  expect(read({ 'retry-after': 'Thu, 26 Nov 2026 10:00:03 GMT' })).toBe(3_000);
  expect(read({ 'retry-after': 'Thu, 26 Nov 2026 09:00:00 GMT' })).toBe(0);
  expect(read({ 'retry-after-ms': '150', 'retry-after': '9' })).toBe(150);
  for (const text of ['-1', 'soon', '1e9', '', '99999999999'])
    expect(read({ 'retry-after': text })).toBeNull();
});
