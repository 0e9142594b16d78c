import 'server-only';
import type { Finish } from '#lib/contract/chat.ts';
import { type DataKey, seal } from '#lib/kernel/cipher/envelope.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { messageContext } from './contexts.ts';
import type { Trace } from './trace.ts';

export type Answer = {
  conversationId: string;
  turnId: string;
  messageId: string;
  userMessageId: string;
  sequence: number;
  finish: Finish;
  text: string;
  trace: Trace;
  /** As `packSent` made it; null where no model was asked. */
  sent: string | null;
};

/** Stores what was shown, with its trace and what was sent for it, sealed for its place, and makes it the end of the branch on screen. */
export async function saveAnswer(viewer: Viewer, tx: Tx, dataKey: DataKey, answer: Answer): Promise<void> {
  const { conversationId, messageId, sequence } = answer;
  const place = { conversationId, messageId, sequence, role: 'assistant' } as const;
  const sealed = (column: 'body' | 'trace' | 'sent', text: string) =>
    seal(dataKey, messageContext(viewer, column, place), text);
  // Only where the person has not moved on: another turn may have made its own message the end meanwhile.
  await tx.$executeRaw`
    WITH answer AS (
      INSERT INTO cs.message (id, tenant_id, person_id, conversation_id, turn_id, parent_id, role, sequence, finish, body, trace, sent)
      VALUES (${messageId}::uuid, ${viewer.homeTenantId}::uuid, ${viewer.personId}::uuid, ${conversationId}::uuid, ${answer.turnId}::uuid,
        ${answer.userMessageId}::uuid, 'assistant', ${sequence}::int, ${answer.finish}, ${sealed('body', answer.text)},
        ${sealed('trace', JSON.stringify(answer.trace))}, ${answer.sent === null ? null : sealed('sent', answer.sent)})
      RETURNING id, conversation_id, parent_id)
    UPDATE cs.conversation c SET active_message_id = answer.id, updated_at = cs.now()
    FROM answer WHERE c.id = answer.conversation_id AND c.active_message_id = answer.parent_id`;
}
