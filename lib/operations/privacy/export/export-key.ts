import 'server-only';
import type { CipherContext, DataKeyContext } from '#lib/kernel/cipher/context.ts';
import { unwrapDataKey } from '#lib/kernel/cipher/data-keys.ts';
import type { DataKey } from '#lib/kernel/cipher/envelope.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';

/** The key of one copy: destroyed when the copy was fetched, ran out or was given up. */
export function exportKeyContext(viewer: Viewer, exportId: string): DataKeyContext {
  return { scope: 'export', scopeId: exportId, tenantId: viewer.homeTenantId, personId: viewer.personId };
}

/** A chunk opens as this one of this copy, and nowhere else. */
export function chunkContext(viewer: Viewer, exportId: string, sequence: number): CipherContext {
  return {
    table: 'export_chunk',
    column: 'body',
    tenantId: viewer.homeTenantId,
    personId: viewer.personId,
    messageId: exportId,
    sequence,
  };
}

/** The key of one of the viewer's copies, or null where it was destroyed or never was. */
export async function loadExportKey(viewer: Viewer, tx: Tx, exportId: string): Promise<DataKey | null> {
  const key = await tx.dataKey.findFirst({
    where: { scope: 'export', scopeId: exportId, personId: viewer.personId },
    select: { id: true, kekId: true, wrapped: true },
  });
  return key?.wrapped ? unwrapDataKey(key, exportKeyContext(viewer, exportId)) : null;
}

export async function destroyExportKey(viewer: Viewer, tx: Tx, exportId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE cs.data_key SET wrapped = NULL, destroyed_at = cs.now()
    WHERE scope = 'export' AND scope_id = ${exportId}::uuid AND person_id = ${viewer.personId}::uuid AND wrapped IS NOT NULL`;
}
