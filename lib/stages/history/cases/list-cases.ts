import 'server-only';
import type { CaseSummary } from '#lib/contract/cases.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { CASE_PAGE } from '../policy.ts';
import { CASE_SELECT, toSummary } from './case-row.ts';

/** The viewer's own cases, newest first, without what was written in them. */
export async function listCases(viewer: Viewer, tx: Tx): Promise<CaseSummary[]> {
  const rows = await tx.supportCase.findMany({
    where: { personId: viewer.personId, tenantId: viewer.homeTenantId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: CASE_PAGE,
    select: CASE_SELECT,
  });
  return rows.map(toSummary);
}
