import { emptySchema } from '#lib/contract/answers.ts';
import { exportBegunSchema, exportListSchema } from '#lib/contract/privacy.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { checkOrigin, jsonResponse, readJson } from '#lib/kernel/http.ts';
import { listExports } from '#lib/operations/privacy/export/read-export.ts';
import { requestExport } from '#lib/operations/privacy/export/request-export.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../../../audit-refusals.ts';

const MAX_BYTES = 1_000;

export const { PUT, PATCH, DELETE } = refuseMethods('exports', 'GET', 'POST');

/** The viewer's own copies, newest first. */
export const GET = auditedRoute('exports', async () => {
  const { viewer } = await requireViewer();
  const exports = await withViewer(viewer, (tx) => listExports(viewer, tx));
  return jsonResponse(exportListSchema, { exports });
});

/** Asks for a copy of everything about the viewer: it is made in the background. */
export const POST = auditedRoute('exports', async (request, _context, requestId) => {
  checkOrigin(request);
  const { viewer } = await requireViewer();
  await readJson(request, emptySchema, MAX_BYTES);
  return jsonResponse(exportBegunSchema, await requestExport(viewer, { requestId }), 202);
});
