import 'server-only';
import type { ReviewedCase } from '#lib/contract/cases.ts';
import { withViewer } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { actOnCase } from '#lib/stages/history/cases/act-on-case.ts';
import { readOpenedCase } from '#lib/stages/history/cases/read-opened-case.ts';
import { listCaseAttacks } from '#lib/stages/input-guard/memory/list-attacks.ts';

/**
 * Staff read a case by opening it: for this request they act in the customer's tenant, and that is on record in the same
 * transaction. Throws `not_found` for everyone but agents.
 */
export async function openCase(viewer: Viewer, args: { id: string }): Promise<ReviewedCase> {
  const acting = await withViewer(viewer, (tx) => actOnCase(viewer, tx, args));
  return withViewer(acting, async (tx) => {
    await recordAudit(acting, tx, [
      { action: 'staff.opened', outcome: 'allowed', subjectKind: 'case', subjectId: args.id },
    ]);
    const attacks = await listCaseAttacks(acting, tx, { caseId: args.id });
    return { ...(await readOpenedCase(acting, tx, args)), attacks };
  });
}
