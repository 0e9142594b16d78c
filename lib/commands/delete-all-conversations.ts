import 'server-only';
import { withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { expireAll } from '#lib/stages/history/keeping/change-keeping.ts';

/**
 * Destroys the keys of all the viewer's conversations, temporary ones too, in one transaction. Throws `changed` where there are not
 * as many as the person confirmed. Returns how many.
 */
export async function deleteAllConversations(
  viewer: Viewer,
  confirmed: number,
  requestId: string,
): Promise<number> {
  return withViewer(viewer, async (tx) => {
    const count = await expireAll(viewer, tx);
    if (count !== confirmed) throw new AppError('changed');
    await recordAudit(viewer, tx, [
      { action: 'conversation.deleted', outcome: 'allowed', rule: 'all', facts: { count }, requestId },
    ]);
    return count;
  });
}
