import 'server-only';
import type { OpenAlert, OwnPeriod, RetentionOverview, RetentionRow } from '#lib/contract/retention.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { listHolds } from './holds/list-holds.ts';
import { RETENTION_TABLE, type RetentionCategory } from './policy.ts';
import { retentionCategories } from './run-retention.ts';
import { countLate } from './verify/count-late.ts';

type Overview = Omit<RetentionOverview, 'nextRunAt' | 'nextCheckAt'> & { now: Date };
type Checked = { checkedAt: Date; overdue: number; held: number };
type Run = { finishedAt: Date; removed: number; keysDestroyed: number; overdue: number };

/**
 * What administrators and auditors see of retention: the table, what the next run would remove, the last receipts, the verifier, holds,
 * customers' own periods and open alerts. No content. Throws `not_found` for every other role.
 */
export async function readOverview(viewer: Viewer, tx: Tx): Promise<Overview> {
  if (viewer.role !== 'admin' && viewer.role !== 'auditor') throw new AppError('not_found');
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT cs.now() AS now`;
  const rows: RetentionRow[] = [];
  for (const category of retentionCategories()) rows.push(await readRow(tx, category));
  const customers = await tx.$queryRaw<{ tenantId: string; name: string }[]>`
    SELECT t.id AS "tenantId", t.name FROM cs.tenant t WHERE t.id <> ${viewer.homeTenantId}::uuid ORDER BY t.name, t.id`;
  return {
    now: clock?.now ?? new Date(0),
    rows,
    customers,
    periods: await listPeriods(tx),
    holds: await listHolds(viewer, tx),
    alerts: await listAlerts(tx),
    mayChange: viewer.role === 'admin',
  };
}

async function readRow(tx: Tx, category: RetentionCategory): Promise<RetentionRow> {
  const { scope: _scope, ...rule } = RETENTION_TABLE[category];
  const [run] = await tx.$queryRaw<Run[]>`
    SELECT finished_at AS "finishedAt", removed, keys_destroyed AS "keysDestroyed", overdue FROM cs.retention_run
    WHERE category = ${category} AND NOT dry_run AND finished_at IS NOT NULL ORDER BY finished_at DESC LIMIT 1`;
  const [check] = await tx.$queryRaw<Checked[]>`
    SELECT checked_at AS "checkedAt", overdue, held FROM cs.retention_check WHERE category = ${category}`;
  return {
    category,
    ...rule,
    next: await countLate(category),
    lastRun: run ? { ...run, finishedAt: run.finishedAt.toISOString() } : null,
    check: check ? { ...check, checkedAt: check.checkedAt.toISOString() } : null,
  };
}

async function listPeriods(tx: Tx): Promise<OwnPeriod[]> {
  return tx.$queryRaw<OwnPeriod[]>`
    SELECT o.tenant_id AS "tenantId", t.name AS customer, o.category, o.kept_days AS "keptDays"
    FROM cs.retention_override o JOIN cs.tenant t ON t.id = o.tenant_id ORDER BY t.name, o.category`;
}

async function listAlerts(tx: Tx): Promise<OpenAlert[]> {
  const rows = await tx.$queryRaw<
    (Omit<OpenAlert, 'openedAt' | 'lastSeenAt'> & { openedAt: Date; lastSeenAt: Date })[]
  >`
    SELECT id AS "alertId", kind, subject, opened_at AS "openedAt", last_seen_at AS "lastSeenAt", times
    FROM cs.alert WHERE closed_at IS NULL ORDER BY opened_at, kind, subject`;
  return rows.map((row) => ({
    ...row,
    openedAt: row.openedAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
  }));
}
