import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import { PURGE_BATCH } from '../policy.ts';
import type { Batch } from './batch.ts';
import { notHeld } from './not-held.ts';

/** Removes decided changes whose time has come, children first. A refund that one of them made stays in the ledger. */
export async function purgeApprovals(tx: Tx): Promise<Batch> {
  const due = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM cs.proposal WHERE coalesce(decided_at, expires_at) <= cs.now() - cs.kept_by_default('approvals') ${notHeld()}
    LIMIT ${PURGE_BATCH}::int FOR UPDATE SKIP LOCKED`;
  const ids = due.map(({ id }) => id);
  if (ids.length === 0) return { removed: 0 };
  await tx.$executeRaw`UPDATE cs.refund SET proposal_id = NULL WHERE proposal_id = ANY(${ids}::uuid[])`;
  const children =
    (await tx.$executeRaw`DELETE FROM cs.proposal_nonce WHERE proposal_id = ANY(${ids}::uuid[])`) +
    (await tx.$executeRaw`DELETE FROM cs.proposal_card WHERE proposal_id = ANY(${ids}::uuid[])`) +
    (await tx.$executeRaw`DELETE FROM cs.effect WHERE proposal_id = ANY(${ids}::uuid[])`);
  const removed = await tx.$executeRaw`DELETE FROM cs.proposal WHERE id = ANY(${ids}::uuid[])`;
  return { removed, children };
}
