import 'server-only';
import { fault } from '#faults';
import { Prisma } from '#lib/generated/prisma/client.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { COUNTERSIGN_WITHIN_MS, type Outcome } from './policy.ts';
import type { ProposalRow } from './rows.ts';

type End =
  | { state: 'executed' }
  | { state: 'rejected' | 'failed'; outcome: Outcome }
  | { state: 'expired' | 'void'; outcome: Outcome };

/** Ends a held proposal. The database refuses to move one that has ended, and to execute alone what takes two. */
export async function closeProposal(viewer: Viewer, tx: Tx, row: ProposalRow, end: End): Promise<void> {
  const decidedBy = end.state === 'expired' || end.state === 'void' ? null : viewer.personId;
  const waiting = fault('ended-proposals-close')
    ? Prisma.empty
    : Prisma.sql`AND state IN ('pending', 'confirmed')`;
  const closed = await tx.$executeRaw`
    UPDATE cs.proposal SET state = ${end.state}, decided_at = cs.now(), decided_by = ${decidedBy}::uuid,
      outcome = ${'outcome' in end ? end.outcome : null}
    WHERE id = ${row.id}::uuid ${waiting}`;
  if (closed !== 1) throw new Error('The proposal that was held is not there to be closed.');
}

/** The first of two people has agreed: it waits for the second, for longer. */
export async function confirmProposal(_viewer: Viewer, tx: Tx, row: ProposalRow): Promise<void> {
  const confirmed = await tx.$executeRaw`
    UPDATE cs.proposal SET state = 'confirmed', confirmed_at = cs.now(),
      expires_at = cs.now() + make_interval(secs => ${COUNTERSIGN_WITHIN_MS / 1000}::int)
    WHERE id = ${row.id}::uuid AND state = 'pending' AND people = 2`;
  if (confirmed !== 1) throw new Error('The proposal that was held is not there to be confirmed.');
}

/**
 * The ledger key: one row per proposal, for good. Row-level security lets the ledger be written in the transaction of this row
 * alone, and its trigger wants a proposal that this transaction executed, of the same amount.
 */
export async function recordEffect(viewer: Viewer, tx: Tx, row: ProposalRow): Promise<void> {
  if (fault('effect-skipped')) return;
  await tx.effect.createMany({
    data: [
      {
        proposalId: row.id,
        tenantId: row.tenantId,
        personId: row.personId,
        approverId: row.people === 2 ? viewer.personId : null,
        tool: row.tool,
        amountMinor: row.amountMinor,
        currency: row.currency,
        summary: '',
      },
    ],
  });
}

/** Words the effect of this transaction as the person reads it. */
export async function wordEffect(_viewer: Viewer, tx: Tx, row: ProposalRow, summary: string): Promise<void> {
  const worded =
    await tx.$executeRaw`UPDATE cs.effect SET summary = ${summary} WHERE proposal_id = ${row.id}::uuid`;
  if (worded !== 1 && !fault('effect-skipped') && !fault('ended-proposals-close'))
    throw new Error('The effect of this transaction is not there to be worded.');
}
