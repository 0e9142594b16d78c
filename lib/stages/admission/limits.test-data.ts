import 'server-only';
import { randomBytes } from 'node:crypto';
import { createClient } from '@redis/client';
import pg from 'pg';
import type { BudgetPeriod, BudgetScope, BudgetUnit } from '#lib/contract/usage.ts';
import { NIL_ID } from '#lib/kernel/ids.ts';
import { clockSql } from '#scripts/test/test-clock.ts';
import type { Limiter } from './limiter.ts';
import { postgresLimiter } from './limiter.ts';
import { redisLimiter } from './redis/redis-limiter.ts';
import { connectRedis } from './redis/run-script.ts';

/** A Redis that tests are pointed at; without one its half of a suite is skipped, and "npm test" says so. */
export const redisUrl = process.env.TEST_REDIS_URL || null;
export const LIMITERS: readonly Limiter['name'][] = redisUrl ? ['postgres', 'redis'] : ['postgres'];

/** So that a slow machine is no Redis that is away. */
export const PATIENCE_MS = 20_000;

/** Redis' clock as tests move it: stopped at a moment that stands in a key. */
const TEST_CLOCK = `
local function now_ms()
  local stopped = redis.call('GET', KEYS[1] .. ':test-clock')
  if stopped then return tonumber(stopped) end
  local t = redis.call('TIME')
  return t[1] * 1000 + math.floor(t[2] / 1000)
end`;

let walls: pg.Client | undefined;
let turn: Promise<unknown> = Promise.resolve();

/** One connection of the test cluster's superuser: a suite that stops the clock at every step opens no new one each time. */
function admin<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const mine = turn.then(() => query<Row>(sql, values));
  turn = mine.catch(() => undefined);
  return mine;
}

async function query<Row extends pg.QueryResultRow>(sql: string, values: unknown[]): Promise<Row[]> {
  if (!walls) {
    walls = new pg.Client({ connectionString: process.env.TEST_ADMIN_URL });
    // The cluster of a run may end before it.
    walls.on('error', () => undefined);
    await walls.connect();
    await walls.query('SET search_path = cs');
  }
  return (await walls.query<Row>(sql, values)).rows;
}

const freeze = (moment: Date | null) => admin(clockSql(moment)).then(() => undefined);

async function leave(): Promise<void> {
  await freeze(null);
  await walls?.end();
  walls = undefined;
}

export type UnderTest = {
  readonly limiter: Limiter;
  /** Stops every clock at this moment; null lets them run. */
  readonly at: (moment: Date | null) => Promise<void>;
  /** What is reserved and settled in a place, as whoever decides knows it. */
  readonly standing: (
    unit: BudgetUnit,
    scope: BudgetScope,
    subject: string,
    day: string,
  ) => Promise<[number, number]>;
  /** Forgets everything that Redis knows, as one that was started anew. */
  readonly lose: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function underTest(name: Limiter['name']): Promise<UnderTest> {
  if (name === 'postgres') {
    return {
      limiter: postgresLimiter,
      at: freeze,
      standing: standingInPostgres,
      lose: () => Promise.resolve(),
      close: leave,
    };
  }
  if (!redisUrl) throw new Error('TEST_REDIS_URL is missing');
  const prefix = `{test-${randomBytes(6).toString('hex')}}`;
  const { run, close } = connectRedis(redisUrl, prefix, { clock: TEST_CLOCK, timeoutMs: PATIENCE_MS });
  const redis = createClient({ url: redisUrl });
  await redis.connect();
  const lose = async () => {
    for await (const keys of redis.scanIterator({ MATCH: `${prefix}*` }))
      if (keys.length > 0) await redis.del(keys);
  };
  return {
    limiter: redisLimiter(run),
    async at(moment) {
      await freeze(moment);
      if (moment) await redis.set(`${prefix}:test-clock`, String(moment.getTime()));
      else await redis.del(`${prefix}:test-clock`);
    },
    async standing(unit, scope, subject, day) {
      const [reserved, settled] = await redis.hmGet(`${prefix}:b:${unit}:${scope}:${subject}:day:${day}`, [
        'r',
        's',
      ]);
      return [Number(reserved), Number(settled)];
    },
    async lose() {
      const clock = await redis.get(`${prefix}:test-clock`);
      await lose();
      if (clock) await redis.set(`${prefix}:test-clock`, clock);
    },
    async close() {
      await lose();
      await leave();
      redis.destroy();
      await close();
    },
  };
}

async function standingInPostgres(
  unit: BudgetUnit,
  scope: BudgetScope,
  subject: string,
  day: string,
): Promise<[number, number]> {
  const [row] = await admin<{ reserved: number; settled: number }>(
    `SELECT reserved::float8 AS reserved, settled::float8 AS settled FROM spend
     WHERE unit = $1 AND scope = $2 AND subject_id = $3 AND period = 'day' AND starts_on = $4`,
    [unit, scope, subject, day],
  );
  return [row?.reserved ?? 0, row?.settled ?? 0];
}

/** Gives a place a budget of its own. */
export async function allow(
  scope: BudgetScope,
  subject: string,
  period: BudgetPeriod,
  limit: number,
): Promise<void> {
  await admin(
    `INSERT INTO budget (scope, subject_id, tenant_id, period, limit_micro_usd, set_by) VALUES ($1, $2, $3, $4, $5, $3)
     ON CONFLICT (scope, subject_id, period) DO UPDATE SET limit_micro_usd = excluded.limit_micro_usd`,
    [scope, scope === 'global' ? NIL_ID : subject, NIL_ID, period, limit],
  );
}

export const takeBudgetsBack = () => admin('DELETE FROM budget');
