import 'server-only';
import type { ChangeTool } from '#lib/contract/approvals.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { ChangeRequest, Viewer } from '#lib/kernel/ports.ts';
import { requireArea } from '../tenant-of.ts';
import { CHANGES } from './change-table.ts';
import type { Drafted, RequestOf } from './define-change.ts';

/**
 * Works a change out from today's ledger, or says why it can't be made. Only reads, as `cs_read` and as `cs_write` alike.
 * Throws `not_eligible` without sight of money.
 */
export async function draftChange(viewer: Viewer, tx: Tx, request: ChangeRequest): Drafted {
  requireArea(viewer, 'money');
  return draftWith(viewer, tx, request.tool, request);
}

function draftWith<T extends ChangeTool>(viewer: Viewer, tx: Tx, tool: T, request: RequestOf<T>): Drafted {
  return CHANGES[tool].draft(viewer, tx, request);
}
