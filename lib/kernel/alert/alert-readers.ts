import 'server-only';
import type { Tx } from '../db.ts';
import type { AlertReader } from './raise-alert.ts';

/** More than anybody has, and fewer than a runaway table would mail. */
const MOST_READERS = 20;

/** Administrators, who are told of alerts by mail. In a transaction of the role of the jobs, which sees no others. */
export async function alertReaders(tx: Tx): Promise<AlertReader[]> {
  const admins = await tx.$queryRaw<{ id: string; tenantId: string; email: string }[]>`
    SELECT id, tenant_id AS "tenantId", email FROM cs.person WHERE role = 'admin' ORDER BY id LIMIT ${MOST_READERS}::int`;
  return admins.map(({ id, tenantId, email }) => ({
    email,
    viewer: { personId: id, role: 'admin', homeTenantId: tenantId },
  }));
}
