import 'server-only';
import { database } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';

/** Removes the marks of signed-out sessions that have run out by themselves. Leaves a receipt. Returns how many. */
export async function purgeEndedSessions(): Promise<number> {
  const db = database('purge');
  const removed = await db.$executeRaw`DELETE FROM cs.ended_session WHERE expires_at <= cs.now()`;
  await db.$executeRaw`
    INSERT INTO cs.retention_run (id, category, dry_run, removed, finished_at) VALUES (${newId()}::uuid, 'ended_sessions', false, ${removed}, cs.now())`;
  return removed;
}
