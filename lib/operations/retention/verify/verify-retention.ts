import 'server-only';
import { alertReaders } from '#lib/kernel/alert/alert-readers.ts';
import { closeAlert } from '#lib/kernel/alert/close-alert.ts';
import { raiseAlert } from '#lib/kernel/alert/raise-alert.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#lib/kernel/clock.ts';
import { database, type Tx } from '#lib/kernel/db.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { RETENTION_TABLE, type RetentionCategory } from '../policy.ts';
import { retentionCategories } from '../run-retention.ts';
import { countLate } from './count-late.ts';
import { OVERDUE_GRACE_MS, RECEIPT_MAX_AGE_MS } from './policy.ts';

/** Any number that no other advisory lock of this application uses. */
const VERIFY_LOCK = 7_390_011;
/** What was checked so recently is not due again, whoever asks. */
const FRESH_MS = 65 * MINUTE_MS;
/** Receipts may be a little ahead: clocks of two machines differ. */
const AHEAD_MS = HOUR_MS / 12;

export type Check = { category: RetentionCategory; overdue: number; held: number; alerts: readonly string[] };
type LastRun = { lastRunAt: Date | null; ageMs: number };

/**
 * Counts, apart from the job and by another role, what is older than promised, and looks when the job last left a receipt. Raises an
 * alert per category for what is late, for a job that stands still and for a clock that was set back; closes those that are put
 * right.
 */
export async function verifyRetention(): Promise<Check[]> {
  const checks: Check[] = [];
  for (const category of retentionCategories()) {
    const graceMs = OVERDUE_GRACE_MS[RETENTION_TABLE[category].scope];
    const { due: overdue, held } = await countLate(category, { graceMs });
    const alerts = await database('jobs').$transaction(async (tx) => {
      const last = await lastRun(tx, category);
      await tx.$executeRaw`
        INSERT INTO cs.retention_check (category, checked_at, overdue, held, last_run_at) VALUES (${category}, cs.now(), ${overdue}, ${held}, ${last.lastRunAt})
        ON CONFLICT (category) DO UPDATE SET checked_at = excluded.checked_at, overdue = excluded.overdue, held = excluded.held, last_run_at = excluded.last_run_at`;
      return settle(tx, category, { overdue, last });
    });
    checks.push({ category, overdue, held, alerts });
  }
  return checks;
}

/** The same where nobody has looked for an hour, for timers of many processes: one of them does it. */
export async function verifyIfDue(): Promise<Check[]> {
  const db = database('jobs');
  const due = await db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ mine: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(${VERIFY_LOCK}::bigint) AND NOT EXISTS (
        SELECT 1 FROM cs.retention_check WHERE abs(extract(epoch FROM cs.now() - checked_at)) < ${FRESH_MS / SECOND_MS}::float8) AS mine`;
    if (row?.mine)
      await tx.$executeRaw`
        INSERT INTO cs.retention_check (category, checked_at, overdue, held) VALUES ('conversations', cs.now(), 0, 0)
        ON CONFLICT (category) DO UPDATE SET checked_at = excluded.checked_at`;
    return row?.mine ?? false;
  });
  return due ? verifyRetention() : [];
}

async function settle(
  tx: Tx,
  category: RetentionCategory,
  { overdue, last }: { overdue: number; last: LastRun },
): Promise<string[]> {
  const found = {
    'retention.overdue': overdue > 0 && { overdue },
    'retention.standing_still': last.ageMs > RECEIPT_MAX_AGE_MS && {
      hours: Math.floor(last.ageMs / HOUR_MS),
    },
    'retention.clock_set_back': last.ageMs < -AHEAD_MS && { minutes: Math.ceil(-last.ageMs / MINUTE_MS) },
  } as const;
  const readers = Object.values(found).some(Boolean) ? await alertReaders(tx) : [];
  const raised: string[] = [];
  for (const [kind, facts] of Object.entries(found)) {
    if (facts) raised.push(kind);
    if (facts) await raiseAlert(tx, { kind, subject: category, facts }, { audit, readers });
    else await closeAlert(tx, { kind, subject: category }, { audit });
  }
  return raised;
}

/** A job that never ran counts from when the database was made. */
async function lastRun(tx: Tx, category: RetentionCategory): Promise<LastRun> {
  const [row] = await tx.$queryRaw<{ lastRunAt: Date | null; ageMs: number }[]>`
    WITH run AS (SELECT max(finished_at) AS at FROM cs.retention_run WHERE category = ${category} AND NOT dry_run)
    SELECT run.at AS "lastRunAt", (extract(epoch FROM cs.now() - coalesce(run.at, cs.installed_at())) * 1000)::float8 AS "ageMs" FROM run`;
  return row ?? { lastRunAt: null, ageMs: 0 };
}

async function audit(tx: Tx, entries: Parameters<typeof recordAudit>[2]): Promise<void> {
  await recordAudit(null, tx, entries);
}
