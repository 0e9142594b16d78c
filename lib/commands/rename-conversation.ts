import 'server-only';
import { withViewer } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import * as history from '#lib/stages/history/change-conversation.ts';
import { canonicalise } from '#lib/stages/input-guard/canonicalise.ts';

/** Throws `not_found` for a conversation that is not the viewer's. */
export async function renameConversation(viewer: Viewer, args: { id: string; title: string }): Promise<void> {
  await withViewer(viewer, async (tx) => {
    await history.renameConversation(viewer, tx, { id: args.id, title: canonicalise(args.title) });
    await recordAudit(viewer, tx, [
      { action: 'conversation.renamed', outcome: 'allowed', subjectKind: 'conversation', subjectId: args.id },
    ]);
  });
}
