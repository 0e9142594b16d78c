import { deleteConversation } from '#lib/commands/delete-conversation.ts';
import { renameConversation } from '#lib/commands/rename-conversation.ts';
import { selectBranch } from '#lib/commands/select-branch.ts';
import { doneSchema } from '#lib/contract/answers.ts';
import { conversationPageSchema, conversationPatchSchema } from '#lib/contract/conversations.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { checkOrigin, jsonResponse, readJson } from '#lib/kernel/http.ts';
import { readOwnCases } from '#lib/stages/history/cases/read-own-cases.ts';
import { readConversation } from '#lib/stages/history/read-conversation.ts';
import { auditedRoute, refuseMethods } from '../../audit-refusals.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';

type Context = { params: Promise<{ id: string }> };

const PATCH_MAX_BYTES = 4_000;

export const { POST, PUT } = refuseMethods('conversation', 'GET', 'PATCH', 'DELETE');

export const GET = auditedRoute<Context>('conversation', async (request, { params }) => {
  const { viewer } = await requireViewer();
  const { id } = await params;
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  return jsonResponse(
    conversationPageSchema,
    await withViewer(viewer, async (tx) => ({
      ...(await readConversation(viewer, tx, { id, cursor })),
      cases: await readOwnCases(viewer, tx, { conversationId: id }),
    })),
  );
});

/** Renames, or shows another branch. */
export const PATCH = auditedRoute<Context>('conversation', async (request, { params }) => {
  checkOrigin(request);
  const { viewer } = await requireViewer();
  const { id } = await params;
  const patch = await readJson(request, conversationPatchSchema, PATCH_MAX_BYTES);
  if ('title' in patch) await renameConversation(viewer, { id, title: patch.title });
  else await selectBranch(viewer, { id, messageId: patch.activeMessageId });
  return jsonResponse(doneSchema, { ok: true });
});

export const DELETE = auditedRoute<Context>('conversation', async (request, { params }) => {
  checkOrigin(request);
  const { viewer } = await requireViewer();
  await deleteConversation(viewer, { id: (await params).id });
  return jsonResponse(doneSchema, { ok: true });
});
