import { holdMovedSchema, holdMoveSchema, RETENTION_BODY_MAX_BYTES } from '#lib/contract/retention.ts';
import { checkOrigin, jsonResponse, readJson } from '#lib/kernel/http.ts';
import { moveHold } from '#lib/operations/retention/holds/move-hold.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../../../audit-refusals.ts';

type Context = { params: Promise<{ id: string }> };

export const { GET, PUT, PATCH, DELETE } = refuseMethods('hold', 'POST');

/** Administrators only; a step that takes somebody else is refused, and on record. */
export const POST = auditedRoute<Context>('hold', async (request, { params }, requestId) => {
  checkOrigin(request);
  const { viewer } = await requireViewer();
  const { id } = await params;
  const { move } = await readJson(request, holdMoveSchema, RETENTION_BODY_MAX_BYTES);
  return jsonResponse(holdMovedSchema, { state: await moveHold(viewer, { id, move }, requestId) });
});
