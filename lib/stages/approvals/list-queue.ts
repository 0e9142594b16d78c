import 'server-only';
import { z } from 'zod';
import type { ChangeTool, QueueItem } from '#lib/contract/approvals.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { type ProposalFilter, whereStatus } from './list-proposals.ts';
import { PROPOSAL_COLUMNS } from './load-proposal.ts';
import { amountOf, proposalRowSchema } from './rows.ts';

const MOST = 200;
const withCustomer = proposalRowSchema.extend({ customer: z.string() });

/** What waits for a finance approver, or was decided: kinds, amounts and ages, nobody's words. Throws `not_found` for other roles. */
export async function listQueue(
  viewer: Viewer,
  tx: Tx,
  args: { status?: ProposalFilter | undefined; tool?: ChangeTool | undefined } = {},
): Promise<QueueItem[]> {
  if (viewer.role !== 'approver') throw new AppError('not_found');
  const ofTool = args.tool ? Prisma.sql`AND p.tool = ${args.tool}` : Prisma.empty;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT ${PROPOSAL_COLUMNS}, t.name AS customer FROM cs.proposal p JOIN cs.tenant t ON t.id = p.tenant_id
    WHERE p.people = 2 AND p.confirmed_at IS NOT NULL ${whereStatus(args.status)} ${ofTool}
    ORDER BY (p.state = 'confirmed') DESC, p.confirmed_at DESC LIMIT ${MOST}::int`;
  return z
    .array(withCustomer)
    .parse(rows)
    .map((row) => ({
      approvalId: row.id,
      customer: row.customer,
      tool: row.tool,
      risk: row.effectClass,
      state: row.isExpired ? 'expired' : row.state,
      amount: amountOf(row),
      confirmedAt: (row.confirmedAt ?? row.createdAt).toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    }));
}
