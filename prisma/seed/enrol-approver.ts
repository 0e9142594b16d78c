import 'server-only';
import { withViewer } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { confirmFactor } from '#lib/stages/identity/second-factor/confirm-factor.ts';
import { enrolFactor } from '#lib/stages/identity/second-factor/enrol-factor.ts';
import { hasFactor } from '#lib/stages/identity/second-factor/has-factor.ts';
import { showDemoCode } from '#lib/stages/identity/second-factor/show-demo-code.ts';
import { asTenantOwner } from './write-tenant.ts';

/**
 * Gives the demonstration's finance approver a second factor with a random secret, sealed like everybody's, so that
 * countersigning takes no enrolment first. One that stands stays.
 */
export async function enrolApprover(tenantId: string): Promise<void> {
  const approver = await asTenantOwner(tenantId, (tx) =>
    tx.person.findFirst({ where: { tenantId, role: 'approver' }, select: { id: true, email: true } }),
  );
  if (!approver) return;
  const viewer: Viewer = { personId: approver.id, role: 'approver', homeTenantId: tenantId };
  await withViewer(viewer, async (tx) => {
    if (await hasFactor(viewer, tx)) return;
    await enrolFactor(viewer, tx, { account: approver.email });
    await confirmFactor(viewer, tx, { code: await showDemoCode(viewer, tx) });
  });
}
