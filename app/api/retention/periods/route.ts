import {
  periodAnswerSchema,
  periodRequestSchema,
  RETENTION_BODY_MAX_BYTES,
} from '#lib/contract/retention.ts';
import { checkOrigin, jsonResponse, readJson } from '#lib/kernel/http.ts';
import { setPeriod } from '#lib/operations/retention/periods/set-period.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../../audit-refusals.ts';

export const { GET, PUT, PATCH, DELETE } = refuseMethods('periods', 'POST');

/** Administrators only. Without a confirmation it is a preview, and changes nothing. */
export const POST = auditedRoute('periods', async (request, _context, requestId) => {
  checkOrigin(request);
  const { viewer } = await requireViewer();
  const body = await readJson(request, periodRequestSchema, RETENTION_BODY_MAX_BYTES);
  return jsonResponse(periodAnswerSchema, await setPeriod(viewer, body, requestId));
});
