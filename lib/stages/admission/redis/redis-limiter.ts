import 'server-only';
import { fault } from '#faults';
import { z } from 'zod';
import { AppError, reduceError } from '#lib/kernel/errors.ts';
import { log } from '#lib/kernel/log.ts';
import type { Decided, Limiter } from '../limiter.ts';
import type { Admission, TurnOpening } from '../open-turn.ts';
import { LEASE_MS, LIMIT_FRESH_MS, LIMITS, NEVER_OPENED_MS } from '../policy.ts';
import { refusalSchema, standingSchema, windowSchema } from '../turn-answer.ts';
import { readBooks } from './read-books.ts';
import type { RunScript } from './run-script.ts';

const quotaSchema = standingSchema
  .omit({ resetsAt: true })
  .extend({ resetsAtMs: z.number() })
  .transform(({ resetsAtMs, ...rest }) => ({ ...rest, resetsAt: new Date(resetsAtMs).toISOString() }));
const decidedSchema = z.union([
  z.object({ missing: z.literal(true), at: z.number() }),
  z.object({
    window: windowSchema,
    refusal: refusalSchema.omit({ limit: true }).optional(),
    quota: z.array(quotaSchema).default([]),
  }),
]);
/** An empty list is an empty object in Redis' JSON. */
const overdueSchema = z.preprocess(
  (value) => (Array.isArray(value) ? value : []),
  z.array(z.object({ turn: z.uuid(), overdueMs: z.number() })),
);
/** Turns that one sweep looks at. */
const SWEEP_BATCH = 200;
/** A budget may be new, and new again at midnight; more often it is no budget that is missing. */
const MOST_TRIES = 3;

/**
 * Limits and budgets on Redis, for many processes: one script decides and takes, in one round trip; the statement of PostgreSQL that opens
 * the turn follows and touches no row that all turns touch. What was spent is PostgreSQL's to say: Redis is filled from there, when it is
 * new and when it has lost what it knew.
 */
export function redisLimiter(run: RunScript): Limiter {
  return {
    name: 'redis',
    async decide(opening, store) {
      const decided = await decide(run, opening);
      const own = opening.ids.turnId;
      try {
        const admission = await store(decided);
        await keep(run, own, admission, decided);
        return admission;
      } catch (error) {
        // Refused, or the statement broke: where nobody knows, the lease runs out and the sweeper asks the database.
        if (error instanceof AppError && !decided.refusal) await quietly(() => run('release', own, '0', '1'));
        throw error;
      }
    },
    ended: (turnId, spent) => quietly(() => run('release', turnId, String(spent), '0')),
    sweep: (whatBecame) => sweep(run, whatBecame),
  };
}

async function decide(run: RunScript, opening: TurnOpening): Promise<Decided> {
  const { session, ids, reserve } = opening;
  const asked = JSON.stringify({
    turn: ids.turnId,
    tenant: session.tenantId,
    person: session.personId,
    unit: reserve.unit,
    amount: fault('reservation-skipped') ? 0 : reserve.amount,
    turnsPerWindow: fault('no-rate-limit') ? 1_000_000 : LIMITS.turnsPerWindow,
    concurrent: fault('no-concurrency-limit') ? 1_000_000 : LIMITS.concurrentTurns,
    tenantTurns: LIMITS.tenantTurnsPerWindow,
    tenantConcurrent: LIMITS.tenantConcurrentTurns,
    windowMs: LIMITS.windowMs,
    leaseMs: LEASE_MS,
    freshMs: LIMIT_FRESH_MS,
  });
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const said = decidedSchema.parse(JSON.parse(String(await run('decide', asked))));
    if ('window' in said) return { ...said, refusal: said.refusal ?? null };
    const books = await readBooks(session, reserve.unit, said.at);
    await run(
      'seed',
      JSON.stringify({ ...books, at: said.at, leaseMs: LEASE_MS, windowMs: LIMITS.windowMs }),
    );
  }
  throw new AppError('busy', { retryAfterS: 1 });
}

/** What was taken stays with a turn that was opened, under the id it is stored with, and with no other. */
async function keep(run: RunScript, own: string, admission: Admission, decided: Decided): Promise<void> {
  if (decided.refusal) return;
  if (admission.kind !== 'opened') return quietly(() => run('release', own, '0', '1'));
  const { turnId } = admission.turn;
  if (turnId !== own)
    await quietly(() => run('rename', own, turnId, String(LEASE_MS), String(LIMITS.windowMs)));
}

async function sweep(run: RunScript, whatBecame: Parameters<Limiter['sweep']>[0]): Promise<void> {
  const overdue = overdueSchema.parse(JSON.parse(String(await run('overdue', String(SWEEP_BATCH)))));
  if (overdue.length === 0) return;
  const known = new Map((await whatBecame(overdue.map(({ turn }) => turn))).map((one) => [one.id, one]));
  for (const { turn, overdueMs } of overdue) {
    const became = known.get(turn);
    if (became && became.state !== 'running') await run('release', turn, String(became.spent), '0');
    // Its opening may still be on its way to the database, but not for that long.
    else if (!became && overdueMs > NEVER_OPENED_MS) await run('release', turn, '0', '1');
  }
}

/** What fails here stays taken until the sweeper looks: too much is held for a while, never too little. */
async function quietly(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { name, code } = reduceError(error);
    log.warn('redis.not_released', { errorName: name, errorCode: code });
  }
}
