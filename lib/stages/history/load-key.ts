import 'server-only';
import { fault } from '#faults';
import { unwrapDataKey } from '#lib/kernel/cipher/data-keys.ts';
import type { DataKey } from '#lib/kernel/cipher/envelope.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { conversationKeyContext } from './contexts.ts';

type Row = { id: string; kekId: string; wrapped: Uint8Array };

/** The data key of one of the viewer's conversations. Throws `not_found` where it is not theirs, not there, expired or destroyed. */
export async function loadKey(viewer: Viewer, tx: Tx, conversationId: string): Promise<DataKey> {
  const theirs = fault('foreign-conversation')
    ? Prisma.empty
    : Prisma.sql`AND c.person_id = ${viewer.personId}::uuid`;
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT k.id, k.kek_id AS "kekId", k.wrapped
    FROM cs.data_key k JOIN cs.conversation c ON c.id = k.scope_id AND c.expires_at > cs.now()
    WHERE k.scope = 'conversation' AND k.scope_id = ${conversationId}::uuid AND k.wrapped IS NOT NULL ${theirs}`;
  if (!row) throw new AppError('not_found');
  return unwrapDataKey(row, conversationKeyContext(viewer, conversationId));
}
