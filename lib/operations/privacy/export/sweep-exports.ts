import 'server-only';
import { database, withViewer } from '#lib/kernel/db.ts';
import { destroyExportKey } from './export-key.ts';
import { DOWNLOAD_MS } from '../policy.ts';
import { viewerOf } from './claim-export.ts';
import { clearChunks } from './clear-chunks.ts';

type Row = { id: string; tenantId: string; personId: string };

/** Copies that wait, or whose builder is dead: what the worker goes on with. */
export async function listWaiting(): Promise<string[]> {
  const rows = await database('jobs').$queryRaw<{ id: string }[]>`
    SELECT id FROM cs.data_export WHERE expires_at > cs.now() AND (state = 'waiting' OR (state = 'building' AND lease_until <= cs.now()))
    ORDER BY id LIMIT 100`;
  return rows.map((row) => row.id);
}

/**
 * Destroys the keys of copies that ran out, and removes what is left of those, of fetched and of failed ones. Runs in each person's
 * own name, once; a download may still be on its way for an hour. The marks of spent keys go a day later. Returns how many copies ran out.
 */
export async function sweepExports(): Promise<number> {
  const over = await database('jobs').$queryRaw<(Row & { isOut: boolean })[]>`
    SELECT id, tenant_id AS "tenantId", person_id AS "personId", expires_at <= cs.now() AS "isOut" FROM cs.data_export
    WHERE expires_at <= cs.now() OR (chunk_count > 0 AND (state = 'failed'
      OR (state = 'downloaded' AND downloaded_at <= cs.now() - make_interval(secs => ${DOWNLOAD_MS / 1000}::int)))) ORDER BY id LIMIT 1000`;
  for (const { isOut, ...row } of over) await clear(row, isOut);
  await database('purge').$executeRaw`DELETE FROM cs.data_key WHERE scope = 'export'`;
  return over.filter(({ isOut }) => isOut).length;
}

async function clear(row: Row, isOut: boolean): Promise<void> {
  const viewer = await viewerOf(row);
  if (!viewer) return;
  await withViewer(viewer, async (tx) => {
    if (isOut) await destroyExportKey(viewer, tx, row.id);
    await clearChunks(viewer, tx, row.id);
    if (isOut) await tx.dataExport.deleteMany({ where: { id: row.id } });
  });
}
