import 'server-only';
import { type Limiter, postgresLimiter } from './limiter.ts';

/** Who keeps limits and budgets. */
export function chooseLimiter(): Limiter {
  return postgresLimiter;
}
