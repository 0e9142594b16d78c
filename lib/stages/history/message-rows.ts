import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';

/** A message as stored: everything readable in it is an envelope. */
export type MessageRow = {
  id: string;
  role: 'user' | 'assistant';
  sequence: number;
  parentId: string | null;
  turnId: string;
  body: Uint8Array;
  trace: Uint8Array | null;
  finish: string | null;
  createdAt: Date;
  /** What the person thought of it; `words` is an envelope too. */
  verdict: string | null;
  words: Uint8Array | null;
};

/**
 * The branch that ends with `leafId`, oldest first, at most `limit` messages. Row-level security keeps the walk
 * inside the viewer's own rows.
 */
export async function readBranchRows(
  tx: Tx,
  conversationId: string,
  leafId: string | null,
  limit: number,
): Promise<MessageRow[]> {
  if (leafId === null) return [];
  const rows = await tx.$queryRaw<MessageRow[]>`
    WITH RECURSIVE branch AS (
      SELECT m.*, 1 AS depth FROM cs.message m WHERE m.id = ${leafId}::uuid AND m.conversation_id = ${conversationId}::uuid
      UNION ALL
      SELECT m.*, b.depth + 1 FROM cs.message m JOIN branch b ON m.id = b.parent_id WHERE b.depth < ${limit}::int
    )
    SELECT b.id, b.role, b.sequence, b.parent_id AS "parentId", b.turn_id AS "turnId", b.body, b.trace, b.finish, b.created_at AS "createdAt",
           f.verdict, f.words
    FROM branch b LEFT JOIN cs.feedback f ON f.message_id = b.id ORDER BY b.sequence`;
  return rows;
}
