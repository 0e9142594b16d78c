import 'server-only';
import { type DataKey, open } from '#lib/kernel/cipher/envelope.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { clearChunks } from './clear-chunks.ts';
import { destroyExportKey, chunkContext, loadExportKey } from './export-key.ts';

export type Download = { bytes: number; createdAt: string; pieces: AsyncGenerator<Uint8Array> };

/**
 * The file, once: of any number who ask at the same time one gets it. Its key is destroyed in the transaction that hands it out, so
 * that from then on it exists in this stream alone; what was stored is deleted as it ends, however it ends. Throws `not_found`
 * for what is not theirs, not finished, fetched already or has run out.
 */
export async function downloadExport(
  viewer: Viewer,
  { id, requestId }: { id: string; requestId: string },
): Promise<Download> {
  if (!isId(id)) throw new AppError('not_found');
  const taken = await withViewer(viewer, async (tx) => {
    const [row] = await tx.$queryRaw<{ chunkCount: number; byteCount: bigint; createdAt: Date }[]>`
      UPDATE cs.data_export SET state = 'downloaded', downloaded_at = cs.now()
      WHERE id = ${id}::uuid AND person_id = ${viewer.personId}::uuid AND state = 'ready' AND expires_at > cs.now()
      RETURNING chunk_count AS "chunkCount", byte_count AS "byteCount", created_at AS "createdAt"`;
    if (!row) throw new AppError('not_found');
    const dataKey = await loadExportKey(viewer, tx, id);
    if (!dataKey) throw new AppError('not_found');
    await destroyExportKey(viewer, tx, id);
    await recordAudit(viewer, tx, [
      {
        action: 'privacy.export_downloaded',
        outcome: 'allowed',
        subjectKind: 'export',
        subjectId: id,
        requestId,
      },
    ]);
    return { ...row, dataKey };
  });
  return {
    bytes: Number(taken.byteCount),
    createdAt: taken.createdAt.toISOString(),
    pieces: openChunks(viewer, id, taken.dataKey, taken.chunkCount),
  };
}

async function* openChunks(
  viewer: Viewer,
  exportId: string,
  dataKey: DataKey,
  count: number,
): AsyncGenerator<Uint8Array> {
  try {
    for (let sequence = 0; sequence < count; sequence += 1) {
      const row = await withViewer(viewer, (tx) =>
        tx.exportChunk.findUnique({
          where: { exportId_sequence: { exportId, sequence } },
          select: { body: true },
        }),
      );
      // A file that is not whole must not look as if it were: the stream breaks.
      if (!row) throw new AppError('not_found');
      yield Buffer.from(open(dataKey, chunkContext(viewer, exportId, sequence), row.body), 'base64');
    }
  } finally {
    // What is not cleared now, the sweep clears.
    await withViewer(viewer, (tx) => clearChunks(viewer, tx, exportId)).catch(() => undefined);
  }
}
