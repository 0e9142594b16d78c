import { holdRequestSchema, holdSetSchema, RETENTION_BODY_MAX_BYTES } from '#lib/contract/retention.ts';
import { checkOrigin, jsonResponse, readJson } from '#lib/kernel/http.ts';
import { setHold } from '#lib/operations/retention/holds/set-hold.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../../audit-refusals.ts';

export const { GET, PUT, PATCH, DELETE } = refuseMethods('holds', 'POST');

/** Administrators only; for everyone else there is nothing here. */
export const POST = auditedRoute('holds', async (request, _context, requestId) => {
  checkOrigin(request);
  const { viewer } = await requireViewer();
  const body = await readJson(request, holdRequestSchema, RETENTION_BODY_MAX_BYTES);
  return jsonResponse(holdSetSchema, { holdId: await setHold(viewer, body, requestId) }, 201);
});
