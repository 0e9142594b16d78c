import 'server-only';
import type { BudgetPeriod, BudgetScope } from '#lib/contract/usage.ts';
import { alertReaders } from '#lib/kernel/alert/alert-readers.ts';
import { NO_TENANT } from '#lib/kernel/alert/alert.ts';
import { closeAlert } from '#lib/kernel/alert/close-alert.ts';
import { raiseAlert } from '#lib/kernel/alert/raise-alert.ts';
import { database, type Tx } from '#lib/kernel/db.ts';
import { queueMail } from '#lib/kernel/mail/queue-mail.ts';
import type { AuditEntry } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { TELL_BATCH, TOLD_FROM } from './policy.ts';

type Notice = {
  unit: string;
  scope: BudgetScope;
  subjectId: string;
  period: BudgetPeriod;
  startsOn: string;
  threshold: number;
  tenantId: string;
};

const KIND = 'budget.threshold';
const port = { audit: (tx: Tx, entries: readonly AuditEntry[]) => recordAudit(null, tx, entries) };

/**
 * Tells operators by an alert, and the owners of the customer by a mail, that half, four fifths or all of a budget is used: once for each
 * budget, period and threshold, whoever runs it how often. Closes alerts of periods that are over. Returns how many notices were told.
 */
export async function tellOfBudgets(): Promise<number> {
  return database('jobs').$transaction(async (tx) => {
    const notices = await tx.$queryRaw<Notice[]>`
      UPDATE cs.budget_notice n SET told_at = cs.now()
      FROM (SELECT unit, scope, subject_id, period, starts_on, threshold FROM cs.budget_notice WHERE told_at IS NULL
            ORDER BY noticed_at LIMIT ${TELL_BATCH}::int FOR UPDATE SKIP LOCKED) due
      WHERE (n.unit, n.scope, n.subject_id, n.period, n.starts_on, n.threshold)
          = (due.unit, due.scope, due.subject_id, due.period, due.starts_on, due.threshold)
      RETURNING n.unit, n.scope, n.subject_id AS "subjectId", n.period, n.starts_on::text AS "startsOn", n.threshold, n.tenant_id AS "tenantId"`;
    const readers = await alertReaders(tx);
    for (const notice of notices) {
      if (notice.threshold < TOLD_FROM[notice.scope]) continue;
      const facts = { threshold: notice.threshold, unit: notice.unit };
      await raiseAlert(
        tx,
        { kind: KIND, subject: subjectOf(notice), tenantId: notice.tenantId, facts },
        { ...port, readers },
      );
      await mailOwners(tx, notice);
    }
    await closePast(tx);
    return notices.length;
  });
}

/** Names of the code's own and ids: what it is about, in one line. */
function subjectOf({ scope, subjectId, period, startsOn, threshold }: Notice): string {
  const whose = scope === 'global' ? 'everyone' : `${scope}:${subjectId}`;
  return `${whose}:${period}:${startsOn}:${threshold}`;
}

async function mailOwners(tx: Tx, { scope, tenantId, period, threshold, startsOn }: Notice): Promise<void> {
  if (tenantId === NO_TENANT) return;
  const owners = await tx.$queryRaw<{ id: string; email: string }[]>`
    SELECT id, email FROM cs.person WHERE tenant_id = ${tenantId}::uuid AND role = 'owner' ORDER BY id`;
  for (const { id, email } of owners) {
    const viewer = { personId: id, role: 'owner', homeTenantId: tenantId } as const;
    const facts = { whose: scope === 'tenant' ? 'your organisation' : 'one person of your organisation' };
    await queueMail(viewer, tx, {
      to: email,
      template: 'budget_notice',
      facts: { ...facts, period, percent: String(threshold), from: startsOn },
    });
  }
}

/** A budget begins anew with its period, and what was said of the last one is past. */
async function closePast(tx: Tx): Promise<void> {
  const past = await tx.$queryRaw<{ subject: string }[]>`
    SELECT subject FROM cs.alert WHERE kind = ${KIND} AND closed_at IS NULL
      AND CASE WHEN subject LIKE '%:day:%' THEN last_seen_at < date_trunc('day', cs.now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'
               ELSE last_seen_at < date_trunc('month', cs.now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' END LIMIT ${TELL_BATCH}::int`;
  for (const { subject } of past) await closeAlert(tx, { kind: KIND, subject }, port);
}

/** Removes days and months that are older than the usage they add up. Returns how many rows went. */
export async function forgetOldSpend(): Promise<number> {
  return database('jobs').$executeRaw`
    DELETE FROM cs.spend WHERE starts_on < (cs.now() - cs.kept_by_default('usage'))::date`;
}
