import 'server-only';
import type { PeriodAnswer, PeriodRequest } from '#lib/contract/retention.ts';
import { type Tx, withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { checkPeriod, countUnderPeriod, type OwnCategory, usualDays } from './count-shortened.ts';

/**
 * An administrator gives a customer a period of their own, or takes it back. Without `confirmed` it only counts what would go with the
 * next run. With it, the change holds for what is stored too, from this moment; it never makes anything that is stored longer. Throws
 * `not_found` for everyone else, `malformed` outside the bounds, `changed` where more would go than was confirmed.
 */
export async function setPeriod(
  viewer: Viewer,
  request: PeriodRequest,
  requestId: string,
): Promise<PeriodAnswer> {
  if (viewer.role !== 'admin') throw new AppError('not_found');
  const category = checkPeriod(request);
  const { tenantId, keptDays, confirmed } = request;
  const acting = { ...viewer, actingTenantId: tenantId };
  return withViewer(acting, async (tx) => {
    const tenant = await tx.tenant.findUnique({ where: { id: tenantId }, select: { id: true } });
    if (!tenant) throw new AppError('not_found');
    const removes = await countUnderPeriod(tenantId, category, keptDays ?? usualDays(category));
    if (confirmed === undefined) return { removes, applied: false };
    if (removes > confirmed) throw new AppError('changed');
    const before = await writePeriod(acting, tx, { category, keptDays });
    await recordAudit(acting, tx, [
      {
        action: 'retention.period_set',
        outcome: 'allowed',
        rule: category,
        subjectKind: 'tenant',
        subjectId: tenantId,
        requestId,
        facts: { beforeDays: before, days: keptDays ?? usualDays(category), removes },
      },
    ]);
    return { removes, applied: true };
  });
}

/** Returns the period that held before, in days. */
async function writePeriod(
  acting: Viewer & { actingTenantId: string },
  tx: Tx,
  { category, keptDays }: { category: OwnCategory; keptDays: number | null },
): Promise<number> {
  const place = { tenantId: acting.actingTenantId, category };
  const known = await tx.retentionOverride.findFirst({ where: place, select: { keptDays: true } });
  if (keptDays === null) await tx.retentionOverride.deleteMany({ where: place });
  else
    await tx.$executeRaw`
      INSERT INTO cs.retention_override (tenant_id, category, kept_days, set_by) VALUES (${place.tenantId}::uuid, ${category}, ${keptDays}::int, ${acting.personId}::uuid)
      ON CONFLICT (tenant_id, category) DO UPDATE SET kept_days = excluded.kept_days, set_by = excluded.set_by, set_at = cs.now()`;
  if (category === 'conversations') await tx.$queryRaw`SELECT cs.apply_period()`;
  return known?.keptDays ?? usualDays(category);
}
