import 'server-only';
import { database, withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { recordOperator } from '#lib/stages/audit/record.ts';
import { SHIPPED } from '#lib/stages/input-guard/measure.ts';
import { saveThreshold } from '#lib/stages/input-guard/threshold/save-threshold.ts';

/** A tenant by its short name, and its own threshold; null means the shipped one. */
export type TenantThreshold = { tenant: string; threshold: number | null };
export type ThresholdChange = TenantThreshold & { before: number | null };

/**
 * An operator gives a tenant a threshold of its own, or takes it back: written down in the same transaction, without a person, because
 * an operator has no account here. The next message of the tenant is screened by it.
 * @throws RangeError outside the bounds; AppError `not_found` for a name that no tenant has
 */
export async function setGuardThreshold({ tenant, threshold }: TenantThreshold): Promise<ThresholdChange> {
  const tenantId = await findTenant(tenant);
  const viewer = { personId: tenantId, role: 'admin', homeTenantId: tenantId } as const;
  return withViewer(
    viewer,
    async (tx) => {
      const before = await saveThreshold(viewer, tx, { threshold });
      await recordOperator(tenantId, tx, [
        {
          action: 'guard.threshold_set',
          outcome: 'allowed',
          stage: 'input-guard',
          subjectKind: 'tenant',
          subjectId: tenantId,
          rule: threshold === null ? 'shipped' : 'own',
          facts: {
            before: before ?? SHIPPED.threshold,
            after: threshold ?? SHIPPED.threshold,
          },
        },
      ]);
      return { tenant, threshold, before };
    },
    'owner',
  );
}

/** Every tenant that has a threshold of its own, by name. */
export async function listGuardThresholds(): Promise<TenantThreshold[]> {
  return database('owner').$queryRaw<TenantThreshold[]>`
    SELECT slug AS tenant, guard_threshold AS threshold FROM cs.tenant WHERE guard_threshold IS NOT NULL ORDER BY slug`;
}

async function findTenant(slug: string): Promise<string> {
  const [row] = await database('owner').$queryRaw<
    { id: string }[]
  >`SELECT id FROM cs.tenant WHERE slug = ${slug}`;
  if (!row) throw new AppError('not_found');
  return row.id;
}
