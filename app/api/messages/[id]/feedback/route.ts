import { giveFeedback } from '#lib/commands/give-feedback.ts';
import {
  FEEDBACK_BODY_MAX_BYTES,
  feedbackAnswerSchema,
  feedbackRequestSchema,
} from '#lib/contract/feedback.ts';
import { checkOrigin, jsonResponse, readJson } from '#lib/kernel/http.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { auditedRoute, refuseMethods } from '../../../audit-refusals.ts';

type Context = { params: Promise<{ id: string }> };

export const { GET, PUT, PATCH, DELETE } = refuseMethods('feedback', 'POST');

/** What the viewer thinks of one of their answers; a later word replaces an earlier one. */
export const POST = auditedRoute<Context>('feedback', async (request, { params }, requestId) => {
  checkOrigin(request);
  const { viewer } = await requireViewer();
  const { id: messageId } = await params;
  const body = await readJson(request, feedbackRequestSchema, FEEDBACK_BODY_MAX_BYTES);
  const feedback = await giveFeedback(viewer, { ...body, messageId }, requestId);
  return jsonResponse(feedbackAnswerSchema, { feedback });
});
