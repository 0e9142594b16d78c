import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';

/** Removes what is stored of one of the viewer's copies, and notes that there is nothing left to remove. */
export async function clearChunks(_viewer: Viewer, tx: Tx, exportId: string): Promise<void> {
  await tx.exportChunk.deleteMany({ where: { exportId } });
  await tx.$executeRaw`UPDATE cs.data_export SET chunk_count = 0 WHERE id = ${exportId}::uuid`;
}
