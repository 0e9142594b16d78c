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
  await tx.message.createMany({
    data: [
      {
        id: messageId,
        tenantId: viewer.homeTenantId,
        personId: viewer.personId,
        conversationId,
        turnId: answer.turnId,
        parentId: answer.userMessageId,
        role: 'assistant',
        sequence,
        finish: answer.finish,
        body: seal(dataKey, messageContext(viewer, 'body', place), answer.text),
        trace: seal(dataKey, messageContext(viewer, 'trace', place), JSON.stringify(answer.trace)),
        sent: answer.sent === null ? null : seal(dataKey, messageContext(viewer, 'sent', place), answer.sent),
      },
    ],
  });
  // Only where the person has not moved on: another turn may have made its own message the end meanwhile.
  await tx.$executeRaw`UPDATE cs.conversation SET active_message_id = ${messageId}::uuid, updated_at = cs.now()
    WHERE id = ${conversationId}::uuid AND active_message_id = ${answer.userMessageId}::uuid`;
}
