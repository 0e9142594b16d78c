import 'server-only';
import { database } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { chooseLimiter } from '#lib/stages/admission/choose-limiter.ts';
import type { Ended } from '#lib/stages/admission/limiter.ts';

type LostTurn = { id: string; tenantId: string; personId: string };
/** Any number that no other advisory lock of this application uses. */
const SWEEP_LOCK = 7_390_001;

/**
 * Closes turns whose process died, so that nothing stays reserved, and audits each. One process at a time sweeps; the
 * person's message stays and can be answered again under the same key. Nobody knows what the model was asked: each costs the most it
 * could, which is what it had reserved, and is marked as estimated.
 */
export async function sweepLostTurns(limiter = chooseLimiter()): Promise<number> {
  const lost = await closeLostTurns();
  await limiter.sweep(
    (ids) => database('jobs').$queryRaw<Ended[]>`
    SELECT id, state, coalesce(spent, 0)::float8 AS spent FROM cs.turns_ended(${[...ids]}::uuid[])`,
  );
  return lost;
}

async function closeLostTurns(): Promise<number> {
  return database('jobs').$transaction(async (tx) => {
    const [lock] = await tx.$queryRaw<
      { held: boolean }[]
    >`SELECT pg_try_advisory_xact_lock(${SWEEP_LOCK}::bigint) AS held`;
    if (!lock?.held) return 0;
    const lost = await tx.$queryRaw<LostTurn[]>`
      UPDATE cs.turn SET state = 'lost', closed_at = cs.now(), settled_micro_usd = reserved_micro_usd
      WHERE state = 'running' AND lease_until < cs.now()
      RETURNING id, tenant_id AS "tenantId", person_id AS "personId"`;
    if (lost.length === 0) return 0;
    await tx.auditEntry.createMany({
      data: lost.map((turn) => ({
        id: newId(),
        tenantId: turn.tenantId,
        personId: turn.personId,
        role: 'system',
        action: 'turn.lost',
        outcome: 'failed',
        stage: 'audit',
        turnId: turn.id,
      })),
    });
    return lost.length;
  });
}
