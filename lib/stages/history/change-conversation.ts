import 'server-only';
import { fault } from '#faults';
import { Prisma } from '#lib/generated/prisma/client.ts';
import { seal } from '#lib/kernel/cipher/envelope.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { titleContext } from './contexts.ts';
import { loadKey } from './load-key.ts';

/** Gives one of the viewer's conversations another title. Throws `not_found`. */
export async function renameConversation(
  viewer: Viewer,
  tx: Tx,
  args: { id: string; title: string },
): Promise<void> {
  if (!isId(args.id)) throw new AppError('not_found');
  const dataKey = await loadKey(viewer, tx, args.id);
  const title = seal(dataKey, titleContext(viewer, args.id), args.title);
  const { count } = await tx.conversation.updateMany({ where: { id: args.id }, data: { title } });
  if (count === 0) throw new AppError('not_found');
}

/** Shows the branch that holds this message, down to its newest end. Throws `not_found`. */
export async function selectBranch(
  viewer: Viewer,
  tx: Tx,
  args: { id: string; messageId: string },
): Promise<void> {
  if (!isId(args.id) || !isId(args.messageId)) throw new AppError('not_found');
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE below AS (
      SELECT m.id, m.sequence FROM cs.message m WHERE m.id = ${args.messageId}::uuid AND m.conversation_id = ${args.id}::uuid
      UNION ALL
      SELECT m.id, m.sequence FROM cs.message m JOIN below b ON m.parent_id = b.id
    )
    SELECT id FROM below ORDER BY sequence DESC LIMIT 1`;
  const leaf = rows[0];
  if (!leaf) throw new AppError('not_found');
  const shown = await tx.$executeRaw`
    UPDATE cs.conversation SET active_message_id = ${leaf.id}::uuid
    WHERE id = ${args.id}::uuid AND person_id = ${viewer.personId}::uuid AND expires_at > cs.now()`;
  if (shown === 0) throw new AppError('not_found');
}

/**
 * Destroys the key and lets the conversation expire now: it can't be read from this moment on, whatever copies of
 * its rows exist; retention removes the rows. Under a legal hold it is gone from its person's view as well, but key and rows
 * stay until the hold is released; then retention takes both. Throws `not_found`.
 */
export async function expireConversation(viewer: Viewer, tx: Tx, args: { id: string }): Promise<void> {
  if (!isId(args.id)) throw new AppError('not_found');
  const theirs = fault('foreign-conversation')
    ? Prisma.empty
    : Prisma.sql`AND person_id = ${viewer.personId}::uuid`;
  const expired = await tx.$executeRaw`
    UPDATE cs.conversation SET expires_at = cs.now() WHERE id = ${args.id}::uuid ${theirs} AND expires_at > cs.now()`;
  if (expired === 0) throw new AppError('not_found');
  await tx.$executeRaw`
    UPDATE cs.data_key SET wrapped = NULL, destroyed_at = cs.now() WHERE scope = 'conversation' AND scope_id = ${args.id}::uuid ${notHeld()}`;
}

/** The wall behind it: row-level security refuses to destroy a held key. */
export function notHeld(): Prisma.Sql {
  return fault('hold-ignored') ? Prisma.empty : Prisma.sql`AND NOT cs.is_held(tenant_id, person_id)`;
}
