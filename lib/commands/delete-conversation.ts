import 'server-only';
import { withViewer } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { expireConversation } from '#lib/stages/history/change-conversation.ts';

/**
 * Destroys the conversation's key in the same transaction, so that nothing of it can be read from then on; its rows are
 * removed by the next retention run. Throws `not_found` for a conversation that is not the viewer's.
 */
export async function deleteConversation(viewer: Viewer, args: { id: string }): Promise<void> {
  await withViewer(viewer, async (tx) => {
    await expireConversation(viewer, tx, args);
    await recordAudit(viewer, tx, [
      { action: 'conversation.deleted', outcome: 'allowed', subjectKind: 'conversation', subjectId: args.id },
    ]);
  });
}
