import 'server-only';
import type { Feedback, FeedbackRequest } from '#lib/contract/feedback.ts';
import { withViewer } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { saveFeedback, withdrawFeedback } from '#lib/stages/history/feedback/save-feedback.ts';
import { prepareMessage } from '#lib/stages/input-guard/prepare-message.ts';

/**
 * Keeps, replaces or takes back what the viewer thinks of one of their answers. Words lose card numbers and credentials, as a message
 * does, before they are sealed. Throws `not_found`.
 */
export async function giveFeedback(
  viewer: Viewer,
  { messageId, verdict, words = '' }: FeedbackRequest & { messageId: string },
  requestId: string,
): Promise<Feedback | null> {
  const said = words.trim() === '' ? null : prepareMessage(words).text.trim();
  const subject = { subjectKind: 'message', subjectId: messageId, requestId, outcome: 'allowed' } as const;
  return withViewer(viewer, async (tx) => {
    if (verdict === null) {
      await withdrawFeedback(viewer, tx, messageId);
      await recordAudit(viewer, tx, [{ ...subject, action: 'feedback.withdrawn' }]);
      return null;
    }
    await saveFeedback(viewer, tx, { messageId, verdict, words: said });
    await recordAudit(viewer, tx, [{ ...subject, action: 'feedback.given', rule: verdict }]);
    return { verdict, words: said };
  });
}
