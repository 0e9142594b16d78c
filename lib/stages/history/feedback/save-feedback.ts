import 'server-only';
import type { FeedbackVerdict } from '#lib/contract/feedback.ts';
import { seal } from '#lib/kernel/cipher/envelope.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { feedbackContext } from '../contexts.ts';
import { loadKey } from '../load-key.ts';

type Said = { messageId: string; verdict: FeedbackVerdict; words: string | null };

/** Keeps what the viewer thinks of one of their answers, in place of what they thought before. Throws `not_found`. */
export async function saveFeedback(
  viewer: Viewer,
  tx: Tx,
  { messageId, verdict, words }: Said,
): Promise<void> {
  const conversationId = await findAnswer(viewer, tx, messageId);
  const dataKey = await loadKey(viewer, tx, conversationId);
  const sealed =
    words === null ? null : seal(dataKey, feedbackContext(viewer, { conversationId, messageId }), words);
  await tx.$executeRaw`
    INSERT INTO cs.feedback (message_id, person_id, tenant_id, conversation_id, verdict, words)
    VALUES (${messageId}::uuid, ${viewer.personId}::uuid, ${viewer.homeTenantId}::uuid, ${conversationId}::uuid, ${verdict}, ${sealed})
    ON CONFLICT (message_id, person_id) DO UPDATE SET verdict = excluded.verdict, words = excluded.words, updated_at = cs.now()`;
}

/** Throws `not_found` for an answer that is not the viewer's; fine where nothing was said about it. */
export async function withdrawFeedback(viewer: Viewer, tx: Tx, messageId: string): Promise<void> {
  await findAnswer(viewer, tx, messageId);
  await tx.$executeRaw`
    DELETE FROM cs.feedback WHERE message_id = ${messageId}::uuid AND person_id = ${viewer.personId}::uuid`;
}

async function findAnswer(viewer: Viewer, tx: Tx, messageId: string): Promise<string> {
  if (!isId(messageId)) throw new AppError('not_found');
  const [row] = await tx.$queryRaw<{ conversationId: string }[]>`
    SELECT c.id AS "conversationId" FROM cs.message m JOIN cs.conversation c ON c.id = m.conversation_id AND c.expires_at > cs.now()
    WHERE m.id = ${messageId}::uuid AND m.role = 'assistant' AND m.person_id = ${viewer.personId}::uuid`;
  if (!row) throw new AppError('not_found');
  return row.conversationId;
}
