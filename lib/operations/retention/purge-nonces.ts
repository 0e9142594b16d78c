import 'server-only';
import { database } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';

/** Removes the tokens of decisions that have run out: they open nothing any more. Leaves a receipt. Returns how many. */
export async function purgeNonces(): Promise<number> {
  const db = database('purge');
  const removed = await db.$executeRaw`DELETE FROM cs.proposal_nonce WHERE expires_at <= cs.now()`;
  await db.$executeRaw`
    INSERT INTO cs.retention_run (id, category, dry_run, removed, finished_at) VALUES (${newId()}::uuid, 'approval_nonces', false, ${removed}, cs.now())`;
  return removed;
}
