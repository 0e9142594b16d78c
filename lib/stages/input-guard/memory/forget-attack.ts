import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';

/** Removes an attack of the tenant that the agent acts in, with what was kept of it. Throws `not_found`, also when it is gone already. */
export async function forgetAttack(viewer: Viewer, tx: Tx, args: { id: string }): Promise<void> {
  if (viewer.role !== 'agent' || !viewer.actingTenantId) throw new AppError('not_found');
  const { count } = await tx.confirmedAttack.deleteMany({
    where: { id: args.id, tenantId: viewer.actingTenantId },
  });
  if (count === 0) throw new AppError('not_found');
}
