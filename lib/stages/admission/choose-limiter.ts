import 'server-only';
import { env } from '#lib/kernel/env.ts';
import { type Limiter, postgresLimiter } from './limiter.ts';
import { redisLimiter } from './redis/redis-limiter.ts';
import { connectRedis } from './redis/run-script.ts';

let onRedis: Limiter | undefined;

/** Who keeps limits and budgets: Redis where REDIS_URL names one, else PostgreSQL. All processes of an installation alike. */
export function chooseLimiter(): Limiter {
  const { REDIS_URL: url, DB_ROLE_PREFIX: installation } = env();
  if (url === '') return postgresLimiter;
  onRedis ??= redisLimiter(connectRedis(url, `{${installation}}`).run);
  return onRedis;
}
