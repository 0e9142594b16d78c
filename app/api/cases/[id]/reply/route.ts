import { replyToCase } from '#lib/commands/reply-to-case.ts';
import { CASE_BODY_MAX_BYTES, caseReplySchema, caseStateAnswerSchema } from '#lib/contract/cases.ts';
import { checkOrigin, jsonResponse, readJson } from '#lib/kernel/http.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../../../audit-refusals.ts';

type Context = { params: Promise<{ id: string }> };

export const { GET, PUT, PATCH, DELETE } = refuseMethods('case-reply', 'POST');

/** Agents only; for everyone else there is nothing here. */
export const POST = auditedRoute<Context>('case-reply', async (request, { params }, requestId) => {
  checkOrigin(request);
  const { viewer } = await requireViewer();
  const { id } = await params;
  const body = await readJson(request, caseReplySchema, CASE_BODY_MAX_BYTES);
  return jsonResponse(caseStateAnswerSchema, await replyToCase(viewer, { ...body, id }, requestId));
});
