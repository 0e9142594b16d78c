import 'server-only';
import { createHmac, hkdfSync } from 'node:crypto';
import { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { databaseUrl } from '#lib/kernel/db.ts';
import { env } from '#lib/kernel/env.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { THROTTLE, type ThrottleScope } from './policy.ts';

/** Who an attempt is counted against. `account` is a normalised address, null where none could be read. */
export type AttemptKeys = { readonly account: string | null; readonly address: string };

type Limiters = Record<ThrottleScope, { failures: RateLimiterPostgres; blocks: RateLimiterPostgres }>;
let opened: { pool: Pool; limiters: Limiters } | undefined;

/**
 * Counts an attempt as failed before it is checked, so that parallel guesses can't slip through; `forgiveAttempt` takes it
 * back. Throws `rate_limited` with the seconds to wait; any database error, so nobody signs in uncounted.
 */
export async function reserveAttempt(keys: AttemptKeys): Promise<void> {
  // By address first: a blocked address can't go on to block other people's accounts.
  await count('address', keys.address);
  if (keys.account !== null) await count('account', keys.account);
}

/** After a right password: the account starts afresh, the address gets this one attempt back. */
export async function forgiveAttempt(keys: AttemptKeys): Promise<void> {
  const { address, account } = limiters();
  await address.failures.reward(keyed('address', keys.address), 1);
  if (keys.account !== null) await account.failures.delete(keyed('account', keys.account));
}

/** Forgets what was counted against an account that is no more. */
export async function forgetAttempts(email: string): Promise<void> {
  const { failures, blocks } = limiters().account;
  await failures.delete(keyed('account', email));
  await blocks.delete(keyed('account', email));
}

async function count(scope: ThrottleScope, value: string): Promise<void> {
  const { failures, blocks } = limiters()[scope];
  const policy = THROTTLE[scope];
  const key = keyed(scope, value);
  const state = await consumed(failures, key);
  if (state.consumedPoints <= policy.failures) return;
  let retryAfterS = state.msBeforeNext / 1_000;
  if (state.consumedPoints === policy.failures + 1) {
    const before = (await consumed(blocks, key)).consumedPoints - 1;
    retryAfterS = Math.min(policy.firstBlockS * 2 ** before, policy.longestBlockS);
    await failures.block(key, retryAfterS);
  }
  throw new AppError('rate_limited', { retryAfterS });
}

/** The library rejects with its result when points run out, and with an `Error` when the store fails. */
async function consumed(limiter: RateLimiterPostgres, key: string): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(key);
  } catch (outcome) {
    if (outcome instanceof RateLimiterRes) return outcome;
    throw outcome;
  }
}

/** An HMAC, so that the table holds no address of anyone. */
function keyed(scope: ThrottleScope, value: string): string {
  const { HASH_SECRET, SESSION_SECRET } = env();
  const key = hkdfSync('sha256', HASH_SECRET || SESSION_SECRET, '', 'countersign sign-in throttle', 32);
  return createHmac('sha256', Buffer.from(key)).update(`${scope}\0${value}`).digest('base64url');
}

function limiters(): Limiters {
  if (opened) return opened.limiters;
  const pool = new Pool({ connectionString: databaseUrl('auth'), max: 2, connectionTimeoutMillis: 5_000 });
  // An idle connection that breaks is replaced by the next query; unheard it would end the process.
  pool.on('error', () => undefined);
  // Without statement names it also works behind a pooler that hands out connections per transaction.
  const storeClient = {
    query: ({ text, values }: { text: string; values: unknown[] }) => pool.query({ text, values }),
  };
  const limiter = (keyPrefix: string, points: number, duration: number) =>
    new RateLimiterPostgres({
      storeClient,
      storeType: 'pool',
      schemaName: 'cs',
      tableName: 'sign_in_throttle',
      tableCreated: true,
      keyPrefix,
      points,
      duration,
    });
  const scope = (name: ThrottleScope) => ({
    failures: limiter(name, THROTTLE[name].failures, THROTTLE[name].windowS),
    blocks: limiter(`${name}-blocks`, Number.MAX_SAFE_INTEGER, THROTTLE[name].memoryS),
  });
  opened = { pool, limiters: { account: scope('account'), address: scope('address') } };
  return opened.limiters;
}

/** Closes the throttle's connections; for scripts and tests that must end. */
export async function closeThrottle(): Promise<void> {
  const pool = opened?.pool;
  opened = undefined;
  await pool?.end();
}
