import 'server-only';
import { Prisma } from '#lib/generated/prisma/client.ts';
import { DAY_MS } from '#lib/kernel/clock.ts';
import { database } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { RETENTION_TABLE, type RetentionCategory } from '../policy.ts';

const OWN_PERIODS = ['conversations', 'tool_results', 'cases', 'mail'] as const;
/** Categories of which a customer may have a period of their own. */
export type OwnCategory = (typeof OWN_PERIODS)[number];

/** The category, where a customer may have such a period of it. Throws `malformed`. */
export function checkPeriod({
  category,
  keptDays,
}: {
  category: string;
  keptDays: number | null;
}): OwnCategory {
  const own = OWN_PERIODS.find((name) => name === category);
  if (!own) throw new AppError('malformed');
  const { leastDays, mostDays } = RETENTION_TABLE[own].override;
  if (keptDays !== null && (keptDays < leastDays || keptDays > mostDays)) throw new AppError('malformed');
  return own;
}

/** The usual period of a category, in whole days. */
export function usualDays(category: RetentionCategory): number {
  return RETENTION_TABLE[category].keptMs / DAY_MS;
}

/** Rows of a customer that the next run would remove under this period, those on hold left out. Changes nothing. */
export async function countUnderPeriod(
  tenantId: string,
  category: OwnCategory,
  days: number,
): Promise<number> {
  const [row] = await database('jobs').$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM ${ROWS[category](Prisma.sql`(cs.now() - make_interval(hours => ${days * 24}::int))`)}
      AND tenant_id = ${tenantId}::uuid AND NOT cs.is_held(tenant_id, person_id)`;
  return row?.n ?? 0;
}

/** What is older than `before`. A conversation that was to go anyway is counted too: it goes with the same run. */
const ROWS = {
  conversations: (before: Prisma.Sql) =>
    Prisma.sql`cs.conversation WHERE NOT temporary AND (updated_at <= ${before} OR expires_at <= cs.now())`,
  tool_results: (before: Prisma.Sql) => Prisma.sql`cs.message WHERE created_at <= ${before}`,
  cases: (before: Prisma.Sql) =>
    Prisma.sql`cs.support_case WHERE state <> 'open' AND coalesce(answered_at, created_at) <= ${before}`,
  mail: (before: Prisma.Sql) => Prisma.sql`cs.outbox_mail WHERE coalesce(sent_at, created_at) <= ${before}`,
} as const satisfies Record<OwnCategory, (before: Prisma.Sql) => Prisma.Sql>;
