import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import { PURGE_BATCH } from '../policy.ts';
import type { Batch } from './batch.ts';
import { notHeld } from './not-held.ts';

/** Removes cases whose time has come: the key, the texts, then the case, with which confirmed attacks and their marks go. */
export async function purgeCases(tx: Tx): Promise<Batch> {
  const due = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM cs.support_case WHERE state <> 'open' AND coalesce(answered_at, created_at) <= cs.now() - cs.kept_for(tenant_id, 'cases') ${notHeld()}
    LIMIT ${PURGE_BATCH}::int FOR UPDATE SKIP LOCKED`;
  const ids = due.map(({ id }) => id);
  if (ids.length === 0) return { removed: 0 };
  const keysDestroyed = await tx.$executeRaw`
    DELETE FROM cs.data_key WHERE scope = 'case' AND scope_id = ANY(${ids}::uuid[])`;
  const children = await tx.$executeRaw`DELETE FROM cs.case_text WHERE case_id = ANY(${ids}::uuid[])`;
  const removed = await tx.$executeRaw`DELETE FROM cs.support_case WHERE id = ANY(${ids}::uuid[])`;
  return { removed, children, keysDestroyed };
}
