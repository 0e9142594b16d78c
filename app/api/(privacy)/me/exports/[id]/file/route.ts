import { BRAND } from '#lib/contract/brand.ts';
import { checkSite, fileResponse } from '#lib/kernel/http.ts';
import { downloadExport } from '#lib/operations/privacy/export/download-export.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../../../../../audit-refusals.ts';

type Context = { params: Promise<{ id: string }> };

// HEAD too: the framework would answer it by fetching the file, which can be done once.
export const { POST, PUT, PATCH, DELETE, GET: HEAD } = refuseMethods('export-file', 'GET');

/** The file, once. From the moment it is handed out it is stored nowhere. */
export const GET = auditedRoute<Context>('export-file', async (request, { params }, requestId) => {
  checkSite(request);
  const { viewer } = await requireViewer();
  const { id } = await params;
  const { pieces, bytes, createdAt } = await downloadExport(viewer, { id, requestId });
  const name = `${BRAND.name.toLowerCase()}-data-${createdAt.slice(0, 10)}.zip`;
  return fileResponse(pieces, { name, type: 'application/zip', bytes });
});
