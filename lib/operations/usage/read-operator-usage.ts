import 'server-only';
import type { OperatorUsage, OperatorUsageRow, UsageQuery, UsageTotals } from '#lib/contract/usage.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { TOKENS_PER_TURN } from '#lib/stages/admission/policy.ts';
import { modelsInUse } from '#lib/stages/model/choose-model.ts';
import { reserveFor } from '#lib/stages/model/reserve-for.ts';
import { readStandings } from './read-standings.ts';
import { NOTHING, TOTALS, totalsOf } from './totals.ts';

/** Rows of one answer; more is not read by anybody. */
const MOST_ROWS = 1_000;

/** By what entries are put together, and what a row is called. Labels of people hold no address. */
const CUTS = {
  person: {
    key: Prisma.sql`u.person_id::text`,
    label: Prisma.sql`coalesce(max(p.label), 'Erased account')`,
    customer: Prisma.sql`max(t.name)`,
    order: Prisma.sql`"costMicroUsd" DESC, key`,
  },
  tenant: {
    key: Prisma.sql`u.tenant_id::text`,
    label: Prisma.sql`coalesce(max(t.name), 'Unknown customer')`,
    customer: Prisma.sql`NULL`,
    order: Prisma.sql`"costMicroUsd" DESC, key`,
  },
  model: {
    key: Prisma.sql`u.model`,
    label: Prisma.sql`u.model`,
    customer: Prisma.sql`NULL`,
    order: Prisma.sql`"costMicroUsd" DESC, key`,
  },
  day: {
    key: Prisma.sql`to_char(u.at AT TIME ZONE 'UTC', 'YYYY-MM-DD')`,
    label: Prisma.sql`to_char(u.at AT TIME ZONE 'UTC', 'YYYY-MM-DD')`,
    customer: Prisma.sql`NULL`,
    order: Prisma.sql`key`,
  },
} as const;

type Row = UsageTotals & { key: string; label: string; customer: string | null };

/**
 * What everyone used within the days asked for (without: this month), for administrators and auditors. No content.
 * @throws AppError `not_found` for every other role, `malformed` where the days are the wrong way round
 */
export async function readOperatorUsage(viewer: Viewer, tx: Tx, query: UsageQuery): Promise<OperatorUsage> {
  if (viewer.role !== 'admin' && viewer.role !== 'auditor') throw new AppError('not_found');
  const { from, to } = await daysOf(tx, query);
  const where = Prisma.sql`u.at >= (${from}::date)::timestamp AT TIME ZONE 'UTC' AND u.at < (${to}::date + 1)::timestamp AT TIME ZONE 'UTC'
    AND (${query.tenant ?? null}::uuid IS NULL OR u.tenant_id = ${query.tenant ?? null}::uuid)
    AND (${query.model ?? null}::text IS NULL OR u.model = ${query.model ?? null}::text)`;
  const { key, label, customer, order } = CUTS[query.by];
  const rows = await tx.$queryRaw<Row[]>`
    SELECT ${key} AS key, ${label} AS label, ${customer} AS customer, ${TOTALS}
    FROM cs.usage_entry u LEFT JOIN cs.usage_people() p ON p.person_id = u.person_id LEFT JOIN cs.tenant t ON t.id = u.tenant_id
    WHERE ${where} GROUP BY ${key} ORDER BY ${order} LIMIT ${MOST_ROWS}::int`;
  const [total] = await tx.$queryRaw<UsageTotals[]>`SELECT ${TOTALS} FROM cs.usage_entry u WHERE ${where}`;
  const customers = await tx.$queryRaw<{ tenantId: string; name: string }[]>`
    SELECT id AS "tenantId", name FROM cs.tenant ORDER BY name, id`;
  const models = await tx.$queryRaw<
    { model: string }[]
  >`SELECT DISTINCT u.model FROM cs.usage_entry u ORDER BY 1`;
  return {
    by: query.by,
    from,
    to,
    rows: rows.map(rowOf),
    total: total ? totalsOf(total) : NOTHING,
    budgets: await readStandings(viewer, tx, {
      unit: reserveFor(modelsInUse(), TOKENS_PER_TURN).unit,
      scopes: ['global'],
    }),
    customers,
    models: models.map(({ model }) => model),
  };
}

async function daysOf(tx: Tx, { from, to }: UsageQuery): Promise<{ from: string; to: string }> {
  const [clock] = await tx.$queryRaw<{ first: string; today: string }[]>`
    SELECT to_char(cs.now() AT TIME ZONE 'UTC', 'YYYY-MM-01') AS first, to_char(cs.now() AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS today`;
  const days = { from: from ?? clock?.first ?? '', to: to ?? clock?.today ?? '' };
  if (days.from > days.to) throw new AppError('malformed');
  return days;
}

function rowOf({ key, label, customer, ...totals }: Row): OperatorUsageRow {
  return { key, label, customer, totals: totalsOf(totals) };
}
