import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { SEARCH_CONVERSATIONS, SEARCH_FIRST_MESSAGES, SEARCH_MESSAGES } from '../policy.ts';
import type { SearchCursor } from './cursor.ts';

/** A conversation as it is stored, with its wrapped key. */
export type SearchedConversation = {
  id: string;
  title: Uint8Array;
  updatedAt: Date;
  nextSequence: number;
  keyId: string;
  kekId: string;
  wrapped: Uint8Array;
};

/** Messages `from` to `before` (not included) of a conversation: a short one whole, a long one in parts. */
export type Segment = { conversation: SearchedConversation; from: number; before: number };

/** The viewer's conversations from a place on, newest first. Temporary ones are never searched. */
export async function readConversations(
  viewer: Viewer,
  tx: Tx,
  from: SearchCursor | null,
): Promise<SearchedConversation[]> {
  return tx.$queryRaw<SearchedConversation[]>`
    SELECT c.id, c.title, c.updated_at AS "updatedAt", c.next_sequence AS "nextSequence", k.id AS "keyId", k.kek_id AS "kekId", k.wrapped
    FROM cs.conversation c JOIN cs.data_key k ON k.scope = 'conversation' AND k.scope_id = c.id AND k.wrapped IS NOT NULL
    WHERE NOT c.temporary AND c.expires_at > cs.now() AND c.person_id = ${viewer.personId}::uuid
      AND (${from?.conversationId ?? null}::uuid IS NULL OR (c.updated_at, c.id) <= (${from?.updatedAt ?? null}::timestamptz, ${from?.conversationId ?? null}::uuid))
    ORDER BY c.updated_at DESC, c.id DESC LIMIT ${SEARCH_CONVERSATIONS}::int`;
}

/** What to fetch together, in order. Sequence numbers say beforehand how much a conversation may hold. */
export function inBatches(
  conversations: readonly SearchedConversation[],
  from: SearchCursor | null,
  isFirst: boolean,
): Segment[][] {
  const batches: Segment[][] = [];
  let room = 0;
  for (const conversation of conversations) {
    let before = conversation.nextSequence;
    if (conversation.id === from?.conversationId) before = Math.min(before, from.before);
    if (before === 0) continue;
    do {
      if (room <= 0) {
        room = isFirst && batches.length === 0 ? SEARCH_FIRST_MESSAGES : SEARCH_MESSAGES;
        batches.push([]);
      }
      const start = Math.max(0, before - room);
      batches.at(-1)?.push({ conversation, from: start, before });
      room -= Math.max(1, before - start);
      before = start;
    } while (before > 1);
  }
  return batches;
}
