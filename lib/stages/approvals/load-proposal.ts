import 'server-only';
import { fault } from '#faults';
import { Prisma } from '#lib/generated/prisma/client.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { type ProposalRow, proposalRowSchema } from './rows.ts';

/** The columns of a proposal, in the names of `ProposalRow`. */
export const PROPOSAL_COLUMNS = Prisma.sql`
  p.id, p.tenant_id AS "tenantId", p.person_id AS "personId", p.conversation_id AS "conversationId", p.tool,
  p.effect_class AS "effectClass", p.state, p.arguments_hash AS "argumentsHash", p.display_hash AS "displayHash",
  p.policy_version AS "policyVersion", p.resource_kind AS "resourceKind", p.resource_id AS "resourceId",
  p.resource_version AS "resourceVersion", p.amount_minor AS "amountMinor", p.currency, p.people, p.created_at AS "createdAt",
  p.expires_at AS "expiresAt", p.confirmed_at AS "confirmedAt", p.decided_by AS "decidedBy", p.outcome,
  (p.state IN ('pending', 'confirmed') AND p.expires_at <= cs.now()) AS "isExpired"`;

/**
 * One proposal that this viewer may see: their own, or, for a finance approver, one that was confirmed and takes two. Null
 * for anything else, malformed ids included.
 */
export async function loadProposal(viewer: Viewer, tx: Tx, id: string): Promise<ProposalRow | null> {
  if (!isId(id)) return null;
  const rows = await tx.$queryRaw<
    unknown[]
  >`SELECT ${PROPOSAL_COLUMNS} FROM cs.proposal p WHERE p.id = ${id}::uuid ${isTheirs(viewer)}`;
  return rows.length === 0 ? null : proposalRowSchema.parse(rows[0]);
}

/** The same, held until the transaction ends: nobody else decides meanwhile. Null also where this viewer can't decide any more. */
export async function holdProposal(viewer: Viewer, tx: Tx, id: string): Promise<ProposalRow | null> {
  if (!isId(id)) return null;
  const held = fault('proposal-not-held') ? Prisma.empty : Prisma.sql`FOR UPDATE`;
  const rows = await tx.$queryRaw<
    unknown[]
  >`SELECT ${PROPOSAL_COLUMNS} FROM cs.proposal p WHERE p.id = ${id}::uuid ${isTheirs(viewer)} ${held}`;
  return rows.length === 0 ? null : proposalRowSchema.parse(rows[0]);
}

/** Row-level security decides the same once more. */
function isTheirs(viewer: Viewer): Prisma.Sql {
  if (fault('no-owner-check')) return Prisma.empty;
  return viewer.role === 'approver'
    ? Prisma.sql`AND p.people = 2 AND p.confirmed_at IS NOT NULL`
    : Prisma.sql`AND p.person_id = ${viewer.personId}::uuid`;
}
