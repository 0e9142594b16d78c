import 'server-only';
import { database, withViewer } from '#lib/kernel/db.ts';
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
 * Removes what is left of fetched and of failed copies, each in its person's own name, once; a download may still be on its way for
 * an hour. The marks of spent keys go a day later. What nobody fetched in time is retention's.
 */
export async function sweepExports(): Promise<void> {
  const over = await database('jobs').$queryRaw<Row[]>`
    SELECT id, tenant_id AS "tenantId", person_id AS "personId" FROM cs.data_export
    WHERE expires_at > cs.now() AND chunk_count > 0 AND (state = 'failed'
      OR (state = 'downloaded' AND downloaded_at <= cs.now() - make_interval(secs => ${DOWNLOAD_MS / 1000}::int)))
    ORDER BY id LIMIT 1000`;
  for (const row of over) await clear(row);
  await database('purge').$executeRaw`DELETE FROM cs.data_key WHERE scope = 'export'`;
}

async function clear(row: Row): Promise<void> {
  const viewer = await viewerOf(row);
  if (!viewer) return;
  await withViewer(viewer, (tx) => clearChunks(viewer, tx, row.id));
}
