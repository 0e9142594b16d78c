import 'server-only';
import { database } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { log } from '#lib/kernel/log.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { countLate } from './verify/count-late.ts';
import type { RetentionCategory } from './policy.ts';
import type { Purge } from './purge/batch.ts';
import { PURGES } from './purge/purges.ts';

/** What a run did in one category. `removed` counts what the category is about, `childrenRemoved` what went with it. */
export type Receipt = {
  runId: string;
  category: RetentionCategory;
  dryRun: boolean;
  removed: number;
  childrenRemoved: number;
  keysDestroyed: number;
  /** What is past its time and still there: 0 after a run, what would go after a dry one. */
  overdue: number;
  held: number;
};

/**
 * Removes everything of one category whose time has come. Works in batches, each a transaction with its own counts on the receipt,
 * so that a receipt is right wherever the process dies; the next run finishes what this one began. Leaves a receipt also when there
 * was nothing to do. The database itself refuses to remove what is not due, or is on hold.
 */
export async function purgeCategory(
  category: RetentionCategory,
  { dryRun }: { dryRun: boolean },
): Promise<Receipt> {
  const runId = newId();
  const db = database('purge');
  await db.$executeRaw`INSERT INTO cs.retention_run (id, category, dry_run) VALUES (${runId}::uuid, ${category}, ${dryRun})`;
  if (!dryRun) for (const purge of PURGES[category]()) await purgeAll({ runId, category }, purge);
  const { due: overdue, held } = await countLate(category);
  const [counts] = await db.$queryRaw<{ removed: number; childrenRemoved: number; keysDestroyed: number }[]>`
    SELECT removed, children_removed AS "childrenRemoved", keys_destroyed AS "keysDestroyed" FROM cs.retention_run WHERE id = ${runId}::uuid`;
  await db.$executeRaw`
    UPDATE cs.retention_run SET finished_at = cs.now(), overdue = ${overdue}, held = ${held} WHERE id = ${runId}::uuid`;
  const receipt = { removed: 0, childrenRemoved: 0, keysDestroyed: 0, ...counts };
  log.info('retention.run', { task: category, count: receipt.removed });
  return { runId, category, dryRun, overdue, held, ...receipt };
}

async function purgeAll(run: { runId: string; category: string }, purge: Purge): Promise<void> {
  for (;;) {
    const { removed, goesOn } = await purgeBatch(run, purge);
    if (removed === 0 && !goesOn) return;
  }
}

/** One batch, its counts on the receipt and its audit entry: all of it, or nothing. */
async function purgeBatch({ runId, category }: { runId: string; category: string }, purge: Purge) {
  return database('purge').$transaction(async (tx) => {
    const batch = await purge(tx);
    const { removed, children = 0, keysDestroyed = 0 } = batch;
    if (removed + keysDestroyed === 0) return batch;
    await tx.$executeRaw`
      UPDATE cs.retention_run SET removed = removed + ${removed}::int, children_removed = children_removed + ${children}::int,
        keys_destroyed = keys_destroyed + ${keysDestroyed}::int WHERE id = ${runId}::uuid`;
    const facts = { removed, children, keysDestroyed };
    await recordAudit(null, tx, [
      {
        action: 'retention.removed',
        outcome: 'allowed',
        subjectKind: 'retention_run',
        subjectId: runId,
        rule: category,
        facts,
      },
    ]);
    return batch;
  });
}
