import 'server-only';
import { fault } from '#faults';
import { type DataKey, open } from '#lib/kernel/cipher/envelope.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { messageContext } from './contexts.ts';
import { loadKey } from './load-key.ts';
import { readBranchRows } from './message-rows.ts';
import { PROMPT_MESSAGES } from './policy.ts';

export type EarlierMessage = { role: 'user' | 'assistant'; text: string };
export type Place = { dataKey: DataKey; sequence: number; earlier: EarlierMessage[] };

/**
 * Where the next message of a conversation goes: its key, its sequence number and the earlier messages of its branch
 * (before `replaces`, when it replaces one). Throws `not_found` for what is not theirs or not there.
 */
export async function readPlace(
  viewer: Viewer,
  tx: Tx,
  args: { conversationId: string; replaces?: string | undefined },
): Promise<Place> {
  const { conversationId, replaces } = args;
  if (!isId(conversationId) || (replaces !== undefined && !isId(replaces))) throw new AppError('not_found');
  const conversation = await tx.conversation.findUnique({
    // Row-level security decides the same once more, and the key opens for this person alone.
    where: { id: conversationId, ...(fault('foreign-conversation') ? {} : { personId: viewer.personId }) },
    select: { nextSequence: true, activeMessageId: true },
  });
  if (!conversation) throw new AppError('not_found');
  const dataKey = await loadKey(viewer, tx, conversationId);
  const leafId =
    replaces && !fault('history-of-another-branch')
      ? await parentOf(tx, conversationId, replaces)
      : conversation.activeMessageId;
  const rows = await readBranchRows(tx, conversationId, leafId, PROMPT_MESSAGES);
  const earlier = rows.map(({ role, ...row }) => {
    const place = { conversationId, messageId: row.id, role, sequence: row.sequence };
    return { role, text: open(dataKey, messageContext(viewer, 'body', place), row.body) };
  });
  return { dataKey, sequence: conversation.nextSequence, earlier };
}

async function parentOf(tx: Tx, conversationId: string, messageId: string): Promise<string | null> {
  const message = await tx.message.findFirst({
    where: { id: messageId, conversationId, role: 'user' },
    select: { parentId: true },
  });
  if (!message) throw new AppError('not_found');
  return message.parentId;
}
