import 'server-only';
import { AppError } from '#lib/kernel/errors.ts';
import { CHECKS } from './policy.ts';

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Runs password checks a few at a time: each takes 19 MiB and a thread, so a burst waits instead of starving chats.
 * Throws `busy` when too many wait. Protects this process only; guessing is limited by the throttle in the database.
 */
export async function inCheckQueue<T>(check: () => Promise<T>): Promise<T> {
  if (waiting.length >= CHECKS.waiting) throw new AppError('busy', { retryAfterS: 1 });
  if (running >= CHECKS.running) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await check();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
