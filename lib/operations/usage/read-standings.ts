import 'server-only';
import { type BudgetScope, type BudgetStanding, type BudgetUnit, THRESHOLDS } from '#lib/contract/usage.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';

type Row = {
  scope: BudgetScope;
  period: 'day' | 'month';
  reserved: number;
  settled: number;
  allowed: number;
  resetsAt: Date;
};

/**
 * Where the viewer's budgets stand now, of the scopes they may see: their own, an owner's whole customer, and for those who operate
 * everyone's together.
 */
export async function readStandings(
  viewer: Viewer,
  tx: Tx,
  { unit, scopes = seenBy(viewer) }: { unit: BudgetUnit; scopes?: readonly BudgetScope[] },
): Promise<BudgetStanding[]> {
  const seen = scopes.filter((scope) => seenBy(viewer).includes(scope));
  const rows = await tx.$queryRaw<Row[]>`
    SELECT scope, period, reserved::float8 AS reserved, settled::float8 AS settled, allowed::float8 AS allowed, resets_at AS "resetsAt"
    FROM cs.budget_standing(${unit}, ${viewer.homeTenantId}::uuid, ${viewer.personId}::uuid)
    WHERE scope = ANY(${[...seen]}::text[]) ORDER BY place`;
  return rows.map((row) => standingOf(row, unit));
}

/** Which budgets a role is shown. Another customer's spending moves everyone's together: no customer sees that. */
function seenBy({ role }: Viewer): readonly BudgetScope[] {
  if (role === 'admin' || role === 'auditor') return ['person', 'global'];
  return role === 'owner' ? ['person', 'tenant'] : ['person'];
}

function standingOf(
  { reserved, settled, allowed, resetsAt, ...place }: Row,
  unit: BudgetUnit,
): BudgetStanding {
  return {
    ...place,
    unit,
    used: settled,
    reserved,
    limit: allowed,
    left: Math.max(0, allowed - settled - reserved),
    resetsAt: resetsAt.toISOString(),
    threshold: THRESHOLDS.findLast((threshold) => settled * 100 >= allowed * threshold) ?? 0,
  };
}
