import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { CASE_SELECT, type CaseRow } from './case-row.ts';

/**
 * The row of a case that this viewer may read: their own, or, for an agent, one of the tenant they act in. Throws
 * `not_found` for every other. Row-level security decides the same once more.
 */
export async function findCase(viewer: Viewer, tx: Tx, args: { id: string }): Promise<CaseRow> {
  if (!isId(args.id)) throw new AppError('not_found');
  const row = await tx.supportCase.findFirst({ where: { id: args.id }, select: CASE_SELECT });
  if (!row || !(isOwn(viewer, row) || isOpened(viewer, row))) throw new AppError('not_found');
  return row;
}

function isOwn(viewer: Viewer, row: CaseRow): boolean {
  return row.personId === viewer.personId && row.tenantId === viewer.homeTenantId;
}

function isOpened(viewer: Viewer, row: CaseRow): boolean {
  return viewer.role === 'agent' && viewer.actingTenantId === row.tenantId;
}
