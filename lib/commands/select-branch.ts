import 'server-only';
import { withViewer } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import * as history from '#lib/stages/history/change-conversation.ts';

/** Shows the branch that holds a message. Throws `not_found` for what is not the viewer's. */
export async function selectBranch(viewer: Viewer, args: { id: string; messageId: string }): Promise<void> {
  await withViewer(viewer, async (tx) => {
    await history.selectBranch(viewer, tx, args);
    await recordAudit(viewer, tx, [
      {
        action: 'conversation.branch_selected',
        outcome: 'allowed',
        subjectKind: 'conversation',
        subjectId: args.id,
      },
    ]);
  });
}
