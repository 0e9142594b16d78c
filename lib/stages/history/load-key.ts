import 'server-only';
import { unwrapDataKey } from '#lib/kernel/cipher/data-keys.ts';
import type { DataKey } from '#lib/kernel/cipher/envelope.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { conversationKeyContext } from './contexts.ts';

/** The data key of one of the viewer's conversations. Throws `not_found` where it is not theirs, not there or destroyed. */
export async function loadKey(viewer: Viewer, tx: Tx, conversationId: string): Promise<DataKey> {
  const row = await tx.dataKey.findUnique({
    where: { scope_scopeId: { scope: 'conversation', scopeId: conversationId } },
    select: { id: true, kekId: true, wrapped: true },
  });
  if (!row?.wrapped) throw new AppError('not_found');
  return unwrapDataKey(row, conversationKeyContext(viewer, conversationId));
}
