import { caseListSchema } from '#lib/contract/cases.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { jsonResponse } from '#lib/kernel/http.ts';
import { listCases } from '#lib/stages/history/cases/list-cases.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../audit-refusals.ts';

export const { POST, PUT, PATCH, DELETE } = refuseMethods('cases', 'GET');

/** The viewer's own cases, newest first, without what was written in them. */
export const GET = auditedRoute('cases', async () => {
  const { viewer } = await requireViewer();
  return jsonResponse(caseListSchema, { cases: await withViewer(viewer, (tx) => listCases(viewer, tx)) });
});
