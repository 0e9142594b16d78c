import { deleteAllConversations } from '#lib/commands/delete-all-conversations.ts';
import { conversationListSchema } from '#lib/contract/conversations.ts';
import { deleteAllSchema, deletedSchema } from '#lib/contract/keeping.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { checkOrigin, jsonResponse, readJson } from '#lib/kernel/http.ts';
import { listConversations } from '#lib/stages/history/list-conversations.ts';
import { auditedRoute, refuseMethods } from '../audit-refusals.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';

const DELETE_MAX_BYTES = 1_000;

export const { POST, PUT, PATCH } = refuseMethods('conversations', 'GET', 'DELETE');

/** The viewer's own conversations, newest first. */
export const GET = auditedRoute('conversations', async (request) => {
  const { viewer } = await requireViewer();
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  return jsonResponse(
    conversationListSchema,
    await withViewer(viewer, (tx) => listConversations(viewer, tx, { cursor })),
  );
});

/** All of them at once, with their keys: as many as the person confirmed, or none. */
export const DELETE = auditedRoute('conversations', async (request, _context, requestId) => {
  checkOrigin(request);
  const { viewer } = await requireViewer();
  const { conversations } = await readJson(request, deleteAllSchema, DELETE_MAX_BYTES);
  return jsonResponse(deletedSchema, {
    deleted: await deleteAllConversations(viewer, conversations, requestId),
  });
});
