import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import type { Batch } from './batch.ts';

/** Copies of one transaction: each is many pieces of some hundred kilobytes. */
const EXPORT_BATCH = 20;

/** Copies that nobody fetched in time: the key, the pieces, then the row. A hold does not keep them: what they were made of stays. */
export async function purgeExports(tx: Tx): Promise<Batch> {
  const due = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM cs.data_export WHERE expires_at <= cs.now() ORDER BY expires_at LIMIT ${EXPORT_BATCH}::int FOR UPDATE SKIP LOCKED`;
  const ids = due.map(({ id }) => id);
  if (ids.length === 0) return { removed: 0 };
  const keysDestroyed = await tx.$executeRaw`
    DELETE FROM cs.data_key WHERE scope = 'export' AND scope_id = ANY(${ids}::uuid[])`;
  const children = await tx.$executeRaw`DELETE FROM cs.export_chunk WHERE export_id = ANY(${ids}::uuid[])`;
  const removed = await tx.$executeRaw`DELETE FROM cs.data_export WHERE id = ANY(${ids}::uuid[])`;
  return { removed, children, keysDestroyed };
}
