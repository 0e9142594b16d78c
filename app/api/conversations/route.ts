import { conversationListSchema } from '#lib/contract/conversations.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { jsonResponse } from '#lib/kernel/http.ts';
import { listConversations } from '#lib/stages/history/list-conversations.ts';
import { auditedRoute, refuseMethods } from '../audit-refusals.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';

export const { POST, PUT, PATCH, DELETE } = refuseMethods('conversations', 'GET');

/** The viewer's own conversations, newest first. */
export const GET = auditedRoute('conversations', async (request) => {
  const { viewer } = await requireViewer();
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  return jsonResponse(
    conversationListSchema,
    await withViewer(viewer, (tx) => listConversations(viewer, tx, { cursor })),
  );
});
