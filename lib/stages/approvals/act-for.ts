import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { loadProposal } from './load-proposal.ts';

/**
 * Who this viewer is for one proposal: a customer stays themselves; a finance approver acts in the tenant of the case, for one
 * request. What they may not see leaves them where they are, and is then not found.
 */
export async function actFor(viewer: Viewer, tx: Tx, id: string): Promise<Viewer> {
  if (viewer.role !== 'approver') return viewer;
  const row = await loadProposal(viewer, tx, id);
  return row ? { ...viewer, actingTenantId: row.tenantId } : viewer;
}
