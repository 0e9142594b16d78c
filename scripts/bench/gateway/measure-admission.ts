import { randomBytes } from 'node:crypto';
import { database } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { postgresLimiter } from '#lib/stages/admission/limiter.ts';
import { openTurn, type TurnOpening } from '#lib/stages/admission/open-turn.ts';
import { LEASE_MS, LIMIT_FRESH_MS, LIMITS } from '#lib/stages/admission/policy.ts';
import { readBooks } from '#lib/stages/admission/redis/read-books.ts';
import { connectRedis } from '#lib/stages/admission/redis/run-script.ts';
import type { MadePerson } from '#scripts/test/make-person.ts';
import type { BenchRow } from '../report.ts';
import { quantile } from '../report.ts';

const RESERVE = 1_000;
const POSTGRES_MS = 2;
const REDIS_MS = 0.5;

/** Opening a turn, everything of it, beside a round trip that does nothing; and what Redis takes to decide. One connection. */
export async function measureAdmission(people: readonly MadePerson[], redisUrl: string): Promise<BenchRow[]> {
  const db = database('app');
  const bare: number[] = [];
  const opened: number[] = [];
  for (const person of people) {
    bare.push(await taken(() => db.$queryRaw`SELECT 1 AS one`));
    opened.push(await taken(() => openTurn(db, opening(person), postgresLimiter)));
  }
  const rows = [row('admission.postgres', quantile(opened, 0.5), quantile(bare, 0.5), POSTGRES_MS)];
  return redisUrl === '' ? rows : [...rows, await onRedis(people, redisUrl)];
}

async function onRedis(people: readonly MadePerson[], redisUrl: string): Promise<BenchRow> {
  const prefix = `{bench-${randomBytes(6).toString('hex')}}`;
  const { run, close } = connectRedis(redisUrl, prefix);
  const decided: number[] = [];
  const bare: number[] = [];
  for (const { viewer } of people) {
    const asked = JSON.stringify({
      turn: newId(),
      tenant: viewer.homeTenantId,
      person: viewer.personId,
      unit: 'micro_usd',
      amount: RESERVE,
      turnsPerWindow: LIMITS.turnsPerWindow,
      concurrent: LIMITS.concurrentTurns,
      tenantTurns: LIMITS.tenantTurnsPerWindow,
      tenantConcurrent: LIMITS.tenantConcurrentTurns,
      windowMs: LIMITS.windowMs,
      leaseMs: LEASE_MS,
      freshMs: LIMIT_FRESH_MS,
    });
    // What it knows of this person's budgets it was told with their first turn of the day.
    const at = Date.now();
    const session = { tenantId: viewer.homeTenantId, personId: viewer.personId };
    const books = await readBooks(session, 'micro_usd', at);
    await run('seed', JSON.stringify({ ...books, at, leaseMs: LEASE_MS, windowMs: LIMITS.windowMs }));
    bare.push(await taken(() => run('overdue', '0')));
    decided.push(
      await taken(async () => {
        const said = String(await run('decide', asked));
        if (!said.includes('"quota"')) throw new Error(`Redis did not admit: ${said}`);
      }),
    );
  }
  await close();
  return row('admission.redis', quantile(decided, 0.5), quantile(bare, 0.5), REDIS_MS);
}

async function taken(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

function row(id: string, value: number, baseline: number, most: number): BenchRow {
  return {
    id: `${id}.p50`,
    unit: 'ms',
    value,
    baseline,
    ratio: value / baseline,
    target: `≤ ${most} ms`,
    met: value <= most,
  };
}

function opening({ viewer }: MadePerson): TurnOpening {
  const { personId, homeTenantId: tenantId, role } = viewer;
  return {
    session: { personId, tenantId, role, sessionVersion: 1, sessionId: newId() },
    ids: { turnId: newId(), userMessageId: newId(), answerMessageId: newId(), conversationId: newId() },
    idempotencyKey: newId(),
    bodyHash: Buffer.alloc(32, 1),
    sequence: 1,
    sealedMessage: randomBytes(400),
    newConversation: {
      sealedTitle: randomBytes(200),
      dataKeyId: newId(),
      kekId: 'kek-1',
      wrapped: randomBytes(60),
    },
    replaces: null,
    temporary: false,
    requestId: newId(),
    versions: { model: 'a-model', prompt: 'p', price: 'r' },
    reserve: { unit: 'micro_usd', amount: RESERVE },
  };
}
