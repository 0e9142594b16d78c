import 'server-only';
import type { BudgetChange, BudgetChanged } from '#lib/contract/usage.ts';
import { NIL_ID } from '#lib/kernel/ids.ts';
import { type Tx, withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';

type Place = { scope: BudgetChange['scope']; subjectId: string; tenantId: string };

/**
 * An administrator gives a person, a customer or everyone a budget of their own, or takes it back: it holds for the next turn, and is
 * written down in the same transaction. What runs keeps what it has reserved.
 * @throws AppError `not_found` for every other role and for a subject that is not there, `malformed` where everyone has a subject
 */
export async function setBudget(
  viewer: Viewer,
  change: BudgetChange,
  requestId: string,
): Promise<BudgetChanged> {
  if (viewer.role !== 'admin') throw new AppError('not_found');
  return withViewer(viewer, async (tx) => {
    const place = await findPlace(tx, change);
    const before = await budgetAt(tx, place, change.period);
    await writeBudget(viewer, tx, place, change);
    const after = await budgetAt(tx, place, change.period);
    await recordAudit(viewer, tx, [
      {
        action: 'budget.set',
        outcome: 'allowed',
        stage: 'admission',
        rule: `${change.scope} ${change.period}`,
        subjectKind: 'budget',
        subjectId: place.subjectId,
        requestId,
        facts: { before, after, own: change.limitMicroUsd !== null },
      },
    ]);
    return { before, after };
  });
}

async function findPlace(tx: Tx, { scope, subjectId }: BudgetChange): Promise<Place> {
  if (subjectId === undefined) return { scope, subjectId: NIL_ID, tenantId: NIL_ID };
  if (scope === 'global') throw new AppError('malformed');
  const [found] =
    scope === 'tenant'
      ? await tx.$queryRaw<
          { tenantId: string }[]
        >`SELECT id AS "tenantId" FROM cs.tenant WHERE id = ${subjectId}::uuid`
      : await tx.$queryRaw<
          { tenantId: string }[]
        >`SELECT tenant_id AS "tenantId" FROM cs.usage_people() WHERE person_id = ${subjectId}::uuid`;
  if (!found) throw new AppError('not_found');
  return { scope, subjectId, tenantId: found.tenantId };
}

async function budgetAt(tx: Tx, { scope, subjectId }: Place, period: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ allowed: number }[]>`
    SELECT cs.budget_of('micro_usd', ${scope}, ${subjectId}::uuid, ${period})::float8 AS allowed`;
  return row?.allowed ?? 0;
}

async function writeBudget(
  viewer: Viewer,
  tx: Tx,
  { scope, subjectId, tenantId }: Place,
  { period, limitMicroUsd }: BudgetChange,
): Promise<void> {
  if (limitMicroUsd === null) {
    await tx.budget.deleteMany({ where: { scope, subjectId, period } });
    return;
  }
  await tx.$executeRaw`
    INSERT INTO cs.budget (scope, subject_id, tenant_id, period, limit_micro_usd, set_by)
    VALUES (${scope}, ${subjectId}::uuid, ${tenantId}::uuid, ${period}, ${limitMicroUsd}::bigint, ${viewer.personId}::uuid)
    ON CONFLICT (scope, subject_id, period)
    DO UPDATE SET limit_micro_usd = excluded.limit_micro_usd, set_by = excluded.set_by, set_at = cs.now()`;
}
