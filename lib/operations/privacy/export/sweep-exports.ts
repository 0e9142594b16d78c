import 'server-only';
import { database, withViewer } from '#lib/kernel/db.ts';
import { viewerOf } from './claim-export.ts';

type Row = { id: string; tenantId: string; personId: string };

/** Copies that wait, or whose builder is dead: what the worker goes on with. */
export async function listWaiting(): Promise<string[]> {
  const rows = await database('jobs').$queryRaw<{ id: string }[]>`
    SELECT id FROM cs.data_export WHERE expires_at > cs.now() AND (state = 'waiting' OR (state = 'building' AND lease_until <= cs.now()))
    ORDER BY id LIMIT 100`;
  return rows.map((row) => row.id);
}

/**
 * Removes what is left of fetched and of failed copies, each in its person's own name; the marks of spent keys go a day later. What
 * nobody fetched in time is retention's.
 */
export async function sweepExports(): Promise<void> {
  const over = await database('jobs').$queryRaw<Row[]>`
    SELECT id, tenant_id AS "tenantId", person_id AS "personId" FROM cs.data_export
    WHERE expires_at > cs.now() AND state IN ('downloaded', 'failed') ORDER BY id LIMIT 1000`;
  for (const row of over) await clear(row);
  await database('purge').$executeRaw`DELETE FROM cs.data_key WHERE scope = 'export'`;
}

async function clear(row: Row): Promise<void> {
  const viewer = await viewerOf(row);
  if (!viewer) return;
  await withViewer(viewer, (tx) => tx.exportChunk.deleteMany({ where: { exportId: row.id } }));
}
