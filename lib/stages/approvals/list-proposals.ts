import 'server-only';
import { z } from 'zod';
import type { ApprovalCard, ProposalState } from '#lib/contract/approvals.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { PROPOSAL_COLUMNS } from './load-proposal.ts';
import { proposalRowSchema } from './rows.ts';
import { displaySchema, toCard } from './to-card.ts';

const PAGE = 20;
const withContent = proposalRowSchema.extend({ display: z.string(), effect: z.string().nullable() });

/** `waiting` = not decided and not run out. */
export type ProposalFilter = 'waiting' | 'ended' | ProposalState;

/** The viewer's own proposals, newest first, a page at a time; `cursor` is the last id of the page before. */
export async function listProposals(
  viewer: Viewer,
  tx: Tx,
  args: { status?: ProposalFilter | undefined; cursor?: string | undefined } = {},
): Promise<{ approvals: ApprovalCard[]; nextCursor: string | null }> {
  const after = args.cursor && isId(args.cursor) ? Prisma.sql`AND p.id < ${args.cursor}::uuid` : Prisma.empty;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT ${PROPOSAL_COLUMNS}, c.display, e.summary AS effect
    FROM cs.proposal p JOIN cs.proposal_card c ON c.proposal_id = p.id LEFT JOIN cs.effect e ON e.proposal_id = p.id
    WHERE p.person_id = ${viewer.personId}::uuid ${whereStatus(args.status)} ${after}
    ORDER BY p.id DESC LIMIT ${PAGE + 1}::int`;
  const found = z.array(withContent).parse(rows);
  const page = found.slice(0, PAGE);
  return {
    approvals: page.map((row) => {
      const card = toCard(viewer, row, displaySchema.parse(JSON.parse(row.display)), null);
      return row.effect === null ? card : { ...card, outcome: row.effect };
    }),
    nextCursor: found.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

export function whereStatus(status: ProposalFilter | undefined): Prisma.Sql {
  switch (status) {
    case undefined:
      return Prisma.empty;
    case 'waiting':
      return Prisma.sql`AND p.state IN ('pending', 'confirmed') AND p.expires_at > cs.now()`;
    case 'ended':
      return Prisma.sql`AND (p.state NOT IN ('pending', 'confirmed') OR p.expires_at <= cs.now())`;
    case 'expired':
      return Prisma.sql`AND (p.state = 'expired' OR (p.state IN ('pending', 'confirmed') AND p.expires_at <= cs.now()))`;
    default:
      return Prisma.sql`AND p.state = ${status} AND NOT (p.state IN ('pending', 'confirmed') AND p.expires_at <= cs.now())`;
  }
}
