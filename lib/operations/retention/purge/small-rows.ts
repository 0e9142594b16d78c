import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import { PURGE_BATCH } from '../policy.ts';
import type { Batch } from './batch.ts';

// Rows without children. Row-level security shows the job only those that are due, so that each says no more than how many.

/** Mail that was sent, or given up, long enough ago. */
export async function purgeMail(tx: Tx): Promise<Batch> {
  const removed = await tx.$executeRaw`
    DELETE FROM cs.outbox_mail WHERE id IN (
      SELECT id FROM cs.outbox_mail WHERE coalesce(sent_at, created_at) <= cs.now() - cs.kept_at_least('mail')
      LIMIT ${PURGE_BATCH}::int FOR UPDATE SKIP LOCKED)`;
  return { removed };
}

/** Marks of signed-out sessions that have run out by themselves. */
export async function purgeEndedSessions(tx: Tx): Promise<Batch> {
  const removed = await tx.$executeRaw`
    DELETE FROM cs.ended_session WHERE session_id IN (
      SELECT session_id FROM cs.ended_session WHERE expires_at <= cs.now() LIMIT ${PURGE_BATCH}::int)`;
  return { removed };
}

/** Receipts of erasures that nobody has to show any more. */
export async function purgeErasures(tx: Tx): Promise<Batch> {
  const removed = await tx.$executeRaw`
    DELETE FROM cs.erasure WHERE id IN (
      SELECT id FROM cs.erasure WHERE state = 'done' AND finished_at <= cs.now() - cs.kept_by_default('erasures') LIMIT ${PURGE_BATCH}::int)`;
  return { removed };
}

/** Settings of accounts that are no more: an erasure takes them along, so there are none but by mistake. */
export async function purgeSettings(tx: Tx): Promise<Batch> {
  const removed = await tx.$executeRaw`
    DELETE FROM cs.keep_choice WHERE person_id IN (
      SELECT person_id FROM cs.erasure WHERE scope = 'account' AND state = 'done')`;
  return { removed };
}

/** Counters of searches, long after the window they count in. */
export async function purgeSearchCounters(tx: Tx): Promise<Batch> {
  const removed = await tx.$executeRaw`
    DELETE FROM cs.search_use WHERE person_id IN (
      SELECT person_id FROM cs.search_use WHERE window_start <= cs.now() - cs.kept_by_default('search_counters') LIMIT ${PURGE_BATCH}::int)`;
  return { removed };
}

/** Tokens of decisions that have run out: they open nothing any more. */
export async function purgeNonces(tx: Tx): Promise<Batch> {
  const removed = await tx.$executeRaw`
    DELETE FROM cs.proposal_nonce WHERE hash IN (
      SELECT hash FROM cs.proposal_nonce WHERE expires_at <= cs.now() LIMIT ${PURGE_BATCH}::int)`;
  return { removed };
}

/** Holds that ended long ago, and the keys of their reasons. */
export async function purgeHolds(tx: Tx): Promise<Batch> {
  const removed = await tx.$executeRaw`
    DELETE FROM cs.legal_hold
    WHERE coalesce(ended_at, CASE state WHEN 'proposed' THEN set_at + cs.hold_lapses() END) <= cs.now() - cs.kept_by_default('holds')`;
  const keysDestroyed = await tx.$executeRaw`
    DELETE FROM cs.data_key k WHERE k.scope = 'hold' AND NOT EXISTS (SELECT 1 FROM cs.legal_hold h WHERE h.id = k.scope_id)`;
  return { removed, keysDestroyed };
}

/** Alerts that were closed long ago. */
export async function purgeAlerts(tx: Tx): Promise<Batch> {
  return {
    removed:
      await tx.$executeRaw`DELETE FROM cs.alert WHERE closed_at <= cs.now() - cs.kept_by_default('alerts')`,
  };
}

/** Receipts of runs long ago. */
export async function purgeReceipts(tx: Tx): Promise<Batch> {
  return {
    removed:
      await tx.$executeRaw`DELETE FROM cs.retention_run WHERE started_at <= cs.now() - cs.kept_by_default('receipts')`,
  };
}
