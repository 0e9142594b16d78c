import 'server-only';
import { withViewer } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import * as history from '#lib/stages/history/change-conversation.ts';
import { prepareMessage } from '#lib/stages/input-guard/prepare-message.ts';

/** Throws `not_found` for a conversation that is not the viewer's, `malformed` for a title that says nothing. */
export async function renameConversation(viewer: Viewer, args: { id: string; title: string }): Promise<void> {
  const title = prepareMessage(args.title).text.replace(/\s+/g, ' ').trim();
  await withViewer(viewer, async (tx) => {
    await history.renameConversation(viewer, tx, { id: args.id, title });
    await recordAudit(viewer, tx, [
      { action: 'conversation.renamed', outcome: 'allowed', subjectKind: 'conversation', subjectId: args.id },
    ]);
  });
}
