import 'server-only';
import { monotonicMs } from '#lib/kernel/clock.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { REDTEAM_LIMITS } from './policy.ts';

const MINUTE_MS = 60_000;

/** Of this process alone: there is one key, and one lab. */
const recent: number[] = [];
const running = new Set<symbol>();

/**
 * Runs `work` within the endpoint's own limits.
 * @throws {AppError} `rate_limited` with the seconds until there is room
 */
export async function withinLimits<T>(work: () => Promise<T>): Promise<T> {
  const nowMs = monotonicMs();
  while (recent[0] !== undefined && recent[0] <= nowMs - MINUTE_MS) recent.shift();
  const [oldest = nowMs] = recent;
  if (recent.length >= REDTEAM_LIMITS.aMinute)
    throw new AppError('rate_limited', { retryAfterS: (oldest + MINUTE_MS - nowMs) / 1000 });
  if (running.size >= REDTEAM_LIMITS.atOnce) throw new AppError('rate_limited', { retryAfterS: 1 });
  const own = Symbol('message');
  recent.push(nowMs);
  running.add(own);
  try {
    return await work();
  } finally {
    running.delete(own);
  }
}
