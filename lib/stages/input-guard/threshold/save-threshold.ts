import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { THRESHOLD_BOUNDS } from '../classifier/policy.ts';

/**
 * Gives the viewer's tenant a threshold of its own, or with null the shipped one again. Takes the owner's role: no role that serves
 * people may change it.
 * @returns the one before
 * @throws RangeError outside `THRESHOLD_BOUNDS`; AppError `not_found` where there is no such tenant
 */
export async function saveThreshold(
  viewer: Viewer,
  tx: Tx,
  { threshold }: { threshold: number | null },
): Promise<number | null> {
  if (!isAllowedThreshold(threshold)) throw new RangeError('The threshold is out of bounds');
  const where = { id: viewer.homeTenantId };
  const known = await tx.tenant.findUnique({ where, select: { guardThreshold: true } });
  if (!known) throw new AppError('not_found');
  await tx.tenant.updateMany({ where, data: { guardThreshold: threshold } });
  return known.guardThreshold;
}

/** A number within the bounds, or null: none of its own. */
export function isAllowedThreshold(threshold: number | null): boolean {
  return threshold === null || (threshold >= THRESHOLD_BOUNDS.least && threshold <= THRESHOLD_BOUNDS.most);
}
