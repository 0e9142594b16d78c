import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';

/** What a case may name of a person's own: a conversation that is still there, or one of its turns. Throws `not_found`. */
export async function findOwn(
  viewer: Viewer,
  tx: Tx,
  args: { conversationId: string } | { turnId: string },
): Promise<{ conversationId: string }> {
  const [id, conversationId, turnId] =
    'turnId' in args ? [args.turnId, null, args.turnId] : [args.conversationId, args.conversationId, null];
  if (!isId(id)) throw new AppError('not_found');
  const [row] = await tx.$queryRaw<{ conversationId: string }[]>`
    SELECT c.id AS "conversationId" FROM cs.conversation c
    WHERE c.person_id = ${viewer.personId}::uuid AND c.expires_at > cs.now()
      AND (c.id = ${conversationId}::uuid OR EXISTS (SELECT 1 FROM cs.turn t WHERE t.conversation_id = c.id AND t.id = ${turnId}::uuid))`;
  if (!row) throw new AppError('not_found');
  return row;
}
