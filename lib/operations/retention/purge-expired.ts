import 'server-only';
import { database } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { log } from '#lib/kernel/log.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { PURGE_BATCH } from './policy.ts';

export type PurgeReceipt = {
  runId: string;
  dryRun: boolean;
  removed: number;
  keysDestroyed: number;
  overdue: number;
};

/**
 * Removes every conversation whose time has come, with all that hangs from it, and its key. Works in batches; runs to
 * the end however often it is interrupted; leaves a receipt, also when there was nothing to do. The database itself
 * refuses to remove a conversation that has not expired.
 */
export async function purgeExpired(options: { dryRun: boolean }): Promise<PurgeReceipt> {
  const db = database('purge');
  const runId = newId();
  await db.$executeRaw`INSERT INTO cs.retention_run (id, category, dry_run) VALUES (${runId}::uuid, 'conversations', ${options.dryRun})`;
  let removed = 0;
  let keysDestroyed = 0;
  if (!options.dryRun) {
    for (;;) {
      const batch = await purgeBatch(runId);
      removed += batch.removed;
      keysDestroyed += batch.keysDestroyed;
      if (batch.removed < PURGE_BATCH) break;
    }
    keysDestroyed += await purgeOrphanKeys();
  }
  const overdue = await countOverdue();
  await db.$executeRaw`
    UPDATE cs.retention_run SET finished_at = cs.now(), removed = ${removed}, keys_destroyed = ${keysDestroyed}, overdue = ${overdue}
    WHERE id = ${runId}::uuid`;
  log.info('retention.run', { task: 'conversations', count: removed });
  return { runId, dryRun: options.dryRun, removed, keysDestroyed, overdue };
}

/** Keys first: if the process dies between the two, what is left can no longer be read. */
async function purgeBatch(runId: string): Promise<{ removed: number; keysDestroyed: number }> {
  return database('purge').$transaction(async (tx) => {
    const due = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM cs.conversation WHERE expires_at <= cs.now() ORDER BY expires_at LIMIT ${PURGE_BATCH}::int`;
    const ids = due.map((row) => row.id);
    if (ids.length === 0) return { removed: 0, keysDestroyed: 0 };
    const keysDestroyed =
      await tx.$executeRaw`DELETE FROM cs.data_key WHERE scope = 'conversation' AND scope_id = ANY(${ids}::uuid[])`;
    const removed = await tx.$executeRaw`DELETE FROM cs.conversation WHERE id = ANY(${ids}::uuid[])`;
    const entry = {
      action: 'retention.removed',
      outcome: 'allowed',
      subjectKind: 'retention_run',
      subjectId: runId,
    } as const;
    await recordAudit(null, tx, [{ ...entry, rule: 'conversations', facts: { removed, keysDestroyed } }]);
    return { removed, keysDestroyed };
  });
}

/** Keys whose conversation is gone: left over by a run of an older version or a restore. */
async function purgeOrphanKeys(): Promise<number> {
  return database('purge').$executeRaw`
    DELETE FROM cs.data_key k WHERE scope = 'conversation' AND NOT EXISTS (SELECT 1 FROM cs.conversation c WHERE c.id = k.scope_id)`;
}

/** How many conversations are older than promised at this moment. After a run it must be 0. */
export async function countOverdue(): Promise<number> {
  const [row] = await database('purge').$queryRaw<{ overdue: number }[]>`
    SELECT count(*)::int AS overdue FROM cs.conversation WHERE expires_at <= cs.now()`;
  return row?.overdue ?? 0;
}
