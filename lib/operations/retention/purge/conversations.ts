import 'server-only';
import { database, type Tx } from '#lib/kernel/db.ts';
import { NIL_ID } from '#lib/kernel/ids.ts';
import { PURGE_BATCH, PURGE_MESSAGES } from '../policy.ts';
import type { Batch, Purge } from './batch.ts';
import { notHeld } from './not-held.ts';

/** Conversations of the first batch; later ones are as large as messages allow. */
const FIRST_BATCH = 100;

type Kind = { temporary: boolean };
type Counted = { removed: number; children: number; keys: number };

/**
 * Destroys the keys of every conversation whose time has come, before any row goes: a run that is interrupted at any point leaves
 * nothing that could be read. Goes through them by expiry, once.
 */
export function destroyConversationKeys({ temporary }: Kind): Purge {
  let after = { at: new Date(0), id: NIL_ID };
  return async (tx) => {
    const due = await tx.$queryRaw<{ id: string; at: Date }[]>`
      SELECT id, expires_at AS at FROM cs.conversation
      WHERE temporary = ${temporary} AND expires_at <= cs.now() AND (expires_at, id) > (${after.at}::timestamptz, ${after.id}::uuid) ${notHeld()}
      ORDER BY expires_at, id LIMIT ${PURGE_BATCH}::int FOR UPDATE SKIP LOCKED`;
    const last = due.at(-1);
    if (!last) return { removed: 0 };
    after = last;
    const ids = due.map((row) => row.id);
    const keysDestroyed = await tx.$executeRaw`
      DELETE FROM cs.data_key WHERE scope = 'conversation' AND scope_id = ANY(${ids}::uuid[])`;
    return { removed: 0, keysDestroyed, goesOn: true };
  };
}

/**
 * Removes conversations whose time has come, with messages, turns and handles: those are children and go by cascade, which needs no
 * right of the job's own to touch a message. Keys that came due meanwhile go in the same transaction.
 */
export function purgeConversations({ temporary }: Kind): Purge {
  // About as many as fit: what is locked and not removed was locked for nothing.
  let most = FIRST_BATCH;
  return async (tx) => {
    const [gone] = await tx.$queryRaw<Counted[]>`
      WITH due AS MATERIALIZED (
        SELECT id, next_sequence - 1 AS messages FROM cs.conversation
        WHERE temporary = ${temporary} AND expires_at <= cs.now() ${notHeld()}
        ORDER BY expires_at LIMIT ${most}::int FOR UPDATE SKIP LOCKED),
      picked AS MATERIALIZED (
        SELECT id FROM (SELECT id, sum(messages) OVER (ORDER BY id) - messages AS before FROM due) counted WHERE before < ${PURGE_MESSAGES}::int),
      keys AS (DELETE FROM cs.data_key WHERE scope = 'conversation' AND scope_id IN (SELECT id FROM picked) RETURNING id),
      gone AS (DELETE FROM cs.conversation WHERE id IN (SELECT id FROM picked) RETURNING next_sequence - 1 AS messages)
      SELECT (SELECT count(*)::int FROM gone) AS removed, (SELECT coalesce(sum(messages), 0)::int FROM gone) AS children,
             (SELECT count(*)::int FROM keys) AS keys`;
    const batch = toBatch(gone);
    most = batch.removed < most ? Math.max(batch.removed, 1) : Math.min(most * 2, PURGE_BATCH);
    return batch;
  };
}

/** Keys whose conversation is gone: left over by an older version or a restore. Found by another role, which sees all of both. */
export async function purgeOrphanKeys(tx: Tx): Promise<Batch> {
  const orphans = await database('jobs').$queryRaw<{ id: string }[]>`
    SELECT k.id FROM cs.data_key k WHERE k.scope = 'conversation' AND NOT EXISTS (SELECT 1 FROM cs.conversation c WHERE c.id = k.scope_id)
      AND NOT cs.is_held(k.tenant_id, k.person_id) LIMIT ${PURGE_BATCH}::int`;
  const ids = orphans.map(({ id }) => id);
  const keysDestroyed =
    ids.length === 0 ? 0 : await tx.$executeRaw`DELETE FROM cs.data_key WHERE id = ANY(${ids}::uuid[])`;
  return { removed: 0, keysDestroyed, goesOn: keysDestroyed === PURGE_BATCH };
}

function toBatch(gone: Counted | undefined): Batch {
  return {
    removed: gone?.removed ?? 0,
    children: gone?.children ?? 0,
    keysDestroyed: gone?.keys ?? 0,
  };
}
