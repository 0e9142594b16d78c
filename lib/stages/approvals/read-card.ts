import 'server-only';
import { fault } from '#faults';
import { z } from 'zod';
import type { ApprovalCard } from '#lib/contract/approvals.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { ChangeArguments, Viewer } from '#lib/kernel/ports.ts';
import { sha256 } from './canonical.ts';
import type { Display } from './draw-card.ts';
import { loadProposal } from './load-proposal.ts';
import { argumentsSchema } from './parse-stored.ts';
import type { ProposalRow } from './rows.ts';
import { displaySchema, toCard } from './to-card.ts';

export type StoredCard = {
  readonly row: ProposalRow;
  readonly arguments: ChangeArguments;
  readonly display: Display;
  readonly displayHash: Buffer;
  /** Still sealed. */
  readonly reason: Uint8Array | null;
  /** What an executed change did. */
  readonly effect: string | null;
};

const rowSchema = z.object({
  arguments: z.string(),
  display: z.string(),
  reason: z.instanceof(Uint8Array).nullable(),
  effect: z.string().nullable(),
});

/**
 * A proposal with its content, for its person or for the approver who opened the case. Throws `not_found`. What is stored is
 * hashed again: a card that is not the one that was proposed is as good as none.
 */
export async function readStored(viewer: Viewer, tx: Tx, id: string): Promise<StoredCard> {
  const row = await loadProposal(viewer, tx, id);
  if (!row) throw new AppError('not_found');
  return readContent(viewer, tx, row);
}

/** The content of a proposal that is at hand. */
export async function readContent(_viewer: Viewer, tx: Tx, row: ProposalRow): Promise<StoredCard> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT c.arguments, c.display, c.reason, e.summary AS effect
    FROM cs.proposal_card c LEFT JOIN cs.effect e ON e.proposal_id = c.proposal_id WHERE c.proposal_id = ${row.id}::uuid`;
  if (rows.length === 0) throw new AppError('not_found');
  const content = rowSchema.parse(rows[0]);
  const displayHash = sha256(content.display);
  const display = displaySchema.parse(JSON.parse(content.display));
  const isWhole =
    displayHash.equals(row.displayHash) &&
    sha256(content.arguments).equals(row.argumentsHash) &&
    display.argumentsHash === Buffer.from(row.argumentsHash).toString('hex');
  if (!isWhole && !fault('no-content-check')) throw new AppError('internal');
  return {
    row,
    arguments: argumentsSchema.parse(JSON.parse(content.arguments)),
    display,
    displayHash,
    reason: content.reason,
    effect: content.effect,
  };
}

/** As its person or its approver reads it. */
export function showStored(viewer: Viewer, stored: StoredCard, reason: string | null): ApprovalCard {
  const card = toCard(viewer, stored.row, stored.display, reason);
  return stored.effect === null ? card : { ...card, outcome: stored.effect };
}
