import { openHandover } from '#lib/commands/open-handover.ts';
import { CASE_BODY_MAX_BYTES, caseOpenedSchema, handoverRequestSchema } from '#lib/contract/cases.ts';
import { checkOrigin, jsonResponse, readJson } from '#lib/kernel/http.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../audit-refusals.ts';

export const { GET, PUT, PATCH, DELETE } = refuseMethods('handovers', 'POST');

/** A button that a person presses; no tool leads here. */
export const POST = auditedRoute('handovers', async (request, _context, requestId) => {
  checkOrigin(request);
  const { viewer } = await requireViewer();
  const body = await readJson(request, handoverRequestSchema, CASE_BODY_MAX_BYTES);
  return jsonResponse(caseOpenedSchema, await openHandover(viewer, body, requestId), 201);
});
