import 'server-only';
import { type DataKey, seal } from '#lib/kernel/cipher/envelope.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { log } from '#lib/kernel/log.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { CHUNK_BYTES, EXPORT_LEASE_MS } from '../policy.ts';
import { type Claim, claimExport } from './claim-export.ts';
import { chunkContext, loadExportKey } from './export-key.ts';
import { readAbout } from './read/about.ts';
import { fileEntries } from './write/file-entries.ts';
import { inChunks, zipEntries } from './write/zip-entries.ts';

export type BuildOutcome = 'ready' | 'not_mine' | 'gone';

/**
 * Makes the copy of this id, piece by piece, each sealed under the copy's own key. `not_mine`: another has it, or it is made. `gone`:
 * it was taken away meanwhile (the account was erased, it was given up), and nothing is left of it. What dies halfway is begun anew
 * when its lease has run out.
 */
export async function buildExport(id: string): Promise<BuildOutcome> {
  const claim = await claimExport(id);
  if (!claim) return 'not_mine';
  const { viewer } = claim;
  const started = await withViewer(viewer, async (tx) => ({
    dataKey: await loadExportKey(viewer, tx, id),
    about: await readAbout(viewer, tx),
  }));
  if (!started.dataKey) return 'gone';
  let done = 0;
  const source = {
    reader: { viewer },
    exportId: id,
    createdAt: claim.createdAt.toISOString(),
    about: started.about,
    onMessage: () => (done += 1),
  };
  const beat = setInterval(() => void renewLease(claim, done).catch(() => undefined), EXPORT_LEASE_MS / 8);
  try {
    let sequence = 0;
    let bytes = 0;
    for await (const chunk of inChunks(zipEntries(fileEntries(source)), CHUNK_BYTES)) {
      bytes += chunk.length;
      if (!(await storeChunk(claim, started.dataKey, { sequence, chunk, done, bytes }))) return 'gone';
      sequence += 1;
    }
    return (await finish(claim)) ? 'ready' : 'gone';
  } finally {
    clearInterval(beat);
  }
}

/** Small conversations take long to fill a chunk. What is no longer this worker's is not renewed: the next chunk finds out. */
async function renewLease({ id, viewer, attempt }: Claim, done: number): Promise<void> {
  await withViewer(
    viewer,
    (tx) => tx.$executeRaw`
      UPDATE cs.data_export SET lease_until = cs.now() + make_interval(secs => ${EXPORT_LEASE_MS / 1000}::int), done = ${done}::int
      WHERE id = ${id}::uuid AND state = 'building' AND attempt = ${attempt}::int`,
  );
}

type Piece = { sequence: number; chunk: Buffer; done: number; bytes: number };

/** One piece, and that it goes on. False where this copy is no longer this worker's to make. */
async function storeChunk(claim: Claim, dataKey: DataKey, piece: Piece): Promise<boolean> {
  const { id, viewer, attempt } = claim;
  const { sequence, chunk, done, bytes } = piece;
  const body = seal(dataKey, chunkContext(viewer, id, sequence), chunk.toString('base64'));
  return withViewer(viewer, async (tx) => {
    const held = await tx.$executeRaw`
      UPDATE cs.data_export SET lease_until = cs.now() + make_interval(secs => ${EXPORT_LEASE_MS / 1000}::int), done = ${done}::int,
        chunk_count = ${sequence + 1}::int, byte_count = ${bytes}::bigint
      WHERE id = ${id}::uuid AND state = 'building' AND attempt = ${attempt}::int`;
    if (held === 0) return false;
    const { personId, homeTenantId: tenantId } = viewer;
    await tx.exportChunk.createMany({ data: [{ exportId: id, sequence, tenantId, personId, body }] });
    return true;
  });
}

async function finish({ id, viewer, attempt }: Claim): Promise<boolean> {
  return withViewer(viewer, async (tx) => {
    const done = await tx.$executeRaw`
      UPDATE cs.data_export SET state = 'ready', lease_until = NULL, finished_at = cs.now()
      WHERE id = ${id}::uuid AND state = 'building' AND attempt = ${attempt}::int`;
    if (done === 0) return false;
    await recordAudit(viewer, tx, [
      { action: 'privacy.export_built', outcome: 'allowed', subjectKind: 'export', subjectId: id },
    ]);
    log.info('privacy.export_ready', { task: 'export' });
    return true;
  });
}
