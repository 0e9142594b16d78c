import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import { log } from '#lib/kernel/log.ts';
import { PURGE_BATCH } from '../policy.ts';
import type { Batch } from './batch.ts';

type Dropped = { part: string; removed: bigint; held: bigint };

/**
 * Drops every month of the log and of usage that is past its time, held rows copied out before. The database itself knows which:
 * the job can't name one. Counted for the log it belongs to.
 */
export async function dropOldMonths(tx: Tx, parent: 'audit_entry' | 'usage_entry'): Promise<Batch> {
  const dropped = await tx.$queryRaw<
    Dropped[]
  >`SELECT part, removed, held FROM cs.drop_old_months(${parent})`;
  const held = dropped.reduce((sum, month) => sum + Number(month.held), 0);
  for (const { part } of dropped) log.info('retention.month_dropped', { task: part, count: held });
  return { removed: dropped.reduce((sum, month) => sum + Number(month.removed), 0) };
}

/** Entries that no month was made for, and copies of what was on hold and is not any more. */
export async function purgeStrayEntries(tx: Tx, parent: 'audit_entry' | 'usage_entry'): Promise<Batch> {
  const [stray] = await tx.$queryRaw<{ gone: number }[]>`SELECT cs.purge_stray_entries(${parent}) AS gone`;
  const released =
    parent === 'audit_entry'
      ? await tx.$executeRaw`
          DELETE FROM cs.audit_held WHERE (id, at) IN (
            SELECT id, at FROM cs.audit_held WHERE NOT cs.is_held(tenant_id, person_id) LIMIT ${PURGE_BATCH}::int)`
      : await tx.$executeRaw`
          DELETE FROM cs.usage_held WHERE (id, at) IN (
            SELECT id, at FROM cs.usage_held WHERE NOT cs.is_held(tenant_id, person_id) LIMIT ${PURGE_BATCH}::int)`;
  return { removed: (stray?.gone ?? 0) + released };
}
