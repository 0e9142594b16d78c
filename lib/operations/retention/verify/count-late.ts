import 'server-only';
import { Prisma } from '#lib/generated/prisma/client.ts';
import { SECOND_MS } from '#lib/kernel/clock.ts';
import { database } from '#lib/kernel/db.ts';
import type { RetentionCategory } from '../policy.ts';

export type Late = { due: number; held: number };
type Where = (before: Prisma.Sql) => Prisma.Sql;

/**
 * How many rows of a category are past their time by more than `graceMs`, those on hold counted apart. Looks by another role
 * than the job removes by: the two rest on different rights and policies, and on other columns where there are some, so that one
 * mistake does not hide itself.
 */
export async function countLate(category: RetentionCategory, { graceMs = 0 } = {}): Promise<Late> {
  const before = Prisma.sql`(cs.now() - make_interval(secs => ${graceMs / SECOND_MS}::float8))`;
  const late = Prisma.join(
    LATE[category].map((rows) => rows(before)),
    ' UNION ALL ',
  );
  const [row] = await database('jobs').$queryRaw<Late[]>`
    SELECT count(*) FILTER (WHERE NOT held)::int AS due, count(*) FILTER (WHERE held)::int AS held FROM (${late}) late`;
  return row ?? { due: 0, held: 0 };
}

const held = Prisma.sql`SELECT cs.is_held(tenant_id, person_id) AS held`;
const nobody = Prisma.sql`SELECT false AS held`;

function conversations(temporary: boolean): Where[] {
  const category = temporary ? 'temporary_conversations' : 'conversations';
  // By what was written down, and by what was promised: an expiry that was set wrongly shows in the second.
  return [
    (
      before,
    ) => Prisma.sql`${held} FROM cs.conversation WHERE temporary = ${temporary} AND (expires_at <= ${before}
      OR (updated_at < ${before} - cs.kept_at_least(${category}) AND updated_at < ${before} - cs.kept_for(tenant_id, ${category})))`,
  ];
}

/** Whole months only: the younger half of a month is dropped with it, not before. */
function months(log: Prisma.Sql, copies: Prisma.Sql, category: RetentionCategory): Where[] {
  return [
    (before) =>
      Prisma.sql`${held} FROM ${log} WHERE at < date_trunc('month', (${before} - cs.kept_by_default(${category})) AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'`,
    (before) => Prisma.sql`${held} FROM ${copies} WHERE at < ${before} - cs.kept_by_default(${category})`,
  ];
}

const LATE: Readonly<Record<RetentionCategory, readonly Where[]>> = {
  conversations: conversations(false),
  temporary_conversations: conversations(true),
  tool_results: [
    (before) =>
      Prisma.sql`${held} FROM cs.message WHERE created_at <= ${before} - cs.kept_at_least('tool_results') AND created_at <= ${before} - cs.kept_for(tenant_id, 'tool_results')`,
  ],
  security_logs: months(Prisma.sql`cs.audit_entry`, Prisma.sql`cs.audit_held`, 'security_logs'),
  usage: months(Prisma.sql`cs.usage_entry`, Prisma.sql`cs.usage_held`, 'usage'),
  approvals: [
    (before) =>
      Prisma.sql`${held} FROM cs.proposal WHERE coalesce(decided_at, expires_at) <= ${before} - cs.kept_by_default('approvals')`,
  ],
  cases: [
    (before) =>
      Prisma.sql`${held} FROM cs.support_case WHERE state <> 'open' AND coalesce(answered_at, created_at) <= ${before} - cs.kept_for(tenant_id, 'cases')`,
  ],
  mail: [
    (before) =>
      Prisma.sql`${held} FROM cs.outbox_mail WHERE coalesce(sent_at, created_at) <= ${before} - cs.kept_for(tenant_id, 'mail')`,
  ],
  exports: [(before) => Prisma.sql`${nobody} FROM cs.data_export WHERE expires_at <= ${before}`],
  erasures: [
    (before) =>
      Prisma.sql`${held} FROM cs.erasure WHERE state = 'done' AND finished_at <= ${before} - cs.kept_by_default('erasures')`,
  ],
  settings: [
    (before) => Prisma.sql`${nobody} FROM cs.keep_choice k WHERE EXISTS (
      SELECT 1 FROM cs.erasure e WHERE e.person_id = k.person_id AND e.scope = 'account' AND e.finished_at <= ${before})`,
  ],
  search_counters: [
    (before) =>
      Prisma.sql`${held} FROM cs.search_use WHERE window_start <= ${before} - cs.kept_by_default('search_counters')`,
  ],
  ended_sessions: [(before) => Prisma.sql`${held} FROM cs.ended_session WHERE expires_at <= ${before}`],
  approval_nonces: [(before) => Prisma.sql`${held} FROM cs.proposal_nonce WHERE expires_at <= ${before}`],
  holds: [
    (before) => Prisma.sql`${nobody} FROM cs.legal_hold
      WHERE coalesce(ended_at, CASE state WHEN 'proposed' THEN set_at + cs.hold_lapses() END) <= ${before} - cs.kept_by_default('holds')`,
  ],
  alerts: [
    (before) =>
      Prisma.sql`${nobody} FROM cs.alert WHERE closed_at <= ${before} - cs.kept_by_default('alerts')`,
  ],
  receipts: [
    (before) =>
      Prisma.sql`${nobody} FROM cs.retention_run WHERE started_at <= ${before} - cs.kept_by_default('receipts')`,
  ],
};
