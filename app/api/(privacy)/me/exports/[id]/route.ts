import { exportStatusSchema } from '#lib/contract/privacy.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { jsonResponse } from '#lib/kernel/http.ts';
import { readExport } from '#lib/operations/privacy/export/read-export.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../../../../audit-refusals.ts';

type Context = { params: Promise<{ id: string }> };

export const { POST, PUT, PATCH, DELETE } = refuseMethods('export', 'GET');

/** How far one of the viewer's copies is. */
export const GET = auditedRoute<Context>('export', async (_request, { params }) => {
  const { viewer } = await requireViewer();
  const { id } = await params;
  return jsonResponse(exportStatusSchema, await withViewer(viewer, (tx) => readExport(viewer, tx, id)));
});
