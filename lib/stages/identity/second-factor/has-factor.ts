import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';

/** True where the viewer can prove a second factor: one that a first code confirmed. Works in any tenant they act in. */
export async function hasFactor(viewer: Viewer, tx: Tx): Promise<boolean> {
  const confirmed = await tx.secondFactor.count({
    where: { personId: viewer.personId, confirmedAt: { not: null } },
  });
  return confirmed === 1;
}
