import 'server-only';
import { database } from '#lib/kernel/db.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { RETIRE_WAIT } from './policy.ts';

/**
 * Retires a key-encryption key for good, unless it still wraps something: from then on the database refuses whatever is wrapped by
 * it. Waits for writers that use it just now, and lets no other begin, so that the count is true when it is acted on.
 * @returns how many keys it still wraps; it is retired where that is none
 */
export async function retireKek(kekId: string, facts: { rewrapped: number }): Promise<number> {
  return database('seal').$transaction(async (tx) => {
    await tx.$queryRaw`SELECT set_config('lock_timeout', ${RETIRE_WAIT}, true)`;
    // The lock that cs.refuse_retired_kek shares.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('kek:' || ${kekId}, 0))`;
    const [left] = await tx.$queryRaw<{ keys: number }[]>`
      SELECT count(*)::int AS keys FROM cs.data_key WHERE kek_id = ${kekId} AND wrapped IS NOT NULL`;
    const keys = left?.keys ?? 0;
    if (keys > 0) return keys;
    await tx.$executeRaw`INSERT INTO cs.retired_kek (id) VALUES (${kekId}) ON CONFLICT (id) DO NOTHING`;
    const entry = {
      action: 'keys.retired',
      outcome: 'allowed',
      subjectKind: 'kek',
      subjectId: kekId,
    } as const;
    await recordAudit(null, tx, [{ ...entry, facts }]);
    return 0;
  });
}
