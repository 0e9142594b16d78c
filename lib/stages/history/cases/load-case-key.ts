import 'server-only';
import { unwrapDataKey } from '#lib/kernel/cipher/data-keys.ts';
import type { DataKey } from '#lib/kernel/cipher/envelope.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { caseKeyContext } from '../contexts.ts';

/** The data key of a case that this viewer may read. Throws `not_found` where there is none for them, or none any more. */
export async function loadCaseKey(
  _viewer: Viewer,
  tx: Tx,
  row: { id: string; tenantId: string; personId: string },
): Promise<DataKey> {
  const key = await tx.dataKey.findFirst({
    where: { scope: 'case', scopeId: row.id, tenantId: row.tenantId, personId: row.personId },
    select: { id: true, kekId: true, wrapped: true },
  });
  if (!key?.wrapped) throw new AppError('not_found');
  return unwrapDataKey(key, caseKeyContext(row));
}
