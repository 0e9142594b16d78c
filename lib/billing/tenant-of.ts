import 'server-only';
import { fault } from '#faults';
import type { Area } from '#lib/contract/roles.ts';
import { maySee } from '#lib/contract/roles.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';

/** The tenant whose ledger this viewer reads. Row-level security decides the same once more. */
export function tenantOf(viewer: Viewer): string {
  return viewer.actingTenantId ?? viewer.homeTenantId;
}

/** Throws `not_eligible` where the viewer's role does not see this part of the ledger. */
export function requireArea(viewer: Viewer, area: Area): void {
  if (fault('billing-role-check-off')) return;
  if (!maySee(viewer.role, area)) throw new AppError('not_eligible');
}
