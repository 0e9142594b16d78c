import 'server-only';
import { fault } from '#faults';
import type { OfferedApproval } from '#lib/contract/approvals.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { ChangeDraft, ChangeProblem, Viewer } from '#lib/kernel/ports.ts';
import { checkCaps } from './check-caps.ts';
import { closeProposal, recordEffect } from './close-proposal.ts';
import { drawCard, type Drawn, type DrawOptions } from './draw-card.ts';
import { loadProposal } from './load-proposal.ts';
import { mintNonce } from './mint-nonce.ts';
import {
  APPROVAL_POLICY_VERSION,
  DECIDE_WITHIN_MS,
  MAX_PROPOSALS_PER_DAY,
  MAX_WAITING,
  MOVES_MONEY,
} from './policy.ts';
import { type ProposalRow } from './rows.ts';
import { takesTwo } from './takes-two.ts';
import { toCard } from './to-card.ts';

export type Asked = Omit<DrawOptions, 'people'> & {
  /** Two people are needed whatever the amount: something about how this came up asks for it. */
  cautious: boolean;
  conversationId: string;
  turnId: string;
  draft: ChangeDraft;
  /** The model's own words, and the same sealed under the conversation's key. */
  reason: string | null;
  seal: (proposalId: string, text: string) => Buffer<ArrayBuffer>;
};

/** What is waiting anew, and which older proposals it took the place of. */
export type Proposed = { card: OfferedApproval; voided: readonly string[]; isNew: boolean };

/**
 * Stores a change as a row that waits for a person. The same change asked again is the same card; another one about the same
 * thing voids the older. Nothing is executed here, and nothing of what the model said can be seen on the card's face.
 */
export async function propose(viewer: Viewer, tx: Tx, asked: Asked): Promise<Proposed | ChangeProblem> {
  const { draft } = asked;
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`propose:${viewer.personId}`}, 0))::text`;
  const planned = {
    tool: draft.arguments.tool,
    amount: draft.amount,
    tenantId: viewer.homeTenantId,
    requesterId: viewer.personId,
    approverId: null,
  };
  const problem = await checkCaps(viewer, tx, planned);
  if (problem) return problem;
  const people = asked.cautious || (await takesTwo(viewer, tx, planned)) ? 2 : 1;
  const drawn = drawCard(draft, { ...asked, people });
  const same = await findSame(viewer, tx, asked, drawn);
  if (same) return { card: await offer(viewer, tx, same, drawn, asked.reason), voided: [], isNew: false };
  // Before anything is voided: a refusal leaves what waits as it is.
  if (!fault('waiting-without-limit') && (await isFlooded(viewer, tx, asked))) return 'too_many_pending';
  const voided = await voidOlder(viewer, tx, asked);
  const id = newId();
  await insert(viewer, tx, id, asked, drawn);
  const row = await loadProposal(viewer, tx, id);
  if (!row) throw new Error('The proposal that was just made is not there.');
  if (fault('approved-when-proposed')) {
    await closeProposal(viewer, tx, row, { state: 'executed' });
    await recordEffect(viewer, tx, row);
  }
  const now = fault('approved-when-proposed') ? ((await loadProposal(viewer, tx, id)) ?? row) : row;
  return { card: await offer(viewer, tx, now, drawn, asked.reason), voided, isNew: true };
}

async function offer(viewer: Viewer, tx: Tx, row: ProposalRow, drawn: Drawn, reason: string | null) {
  const nonce = await mintNonce(viewer, tx, row);
  return { ...toCard(viewer, row, drawn.display, reason), nonce };
}

/** Waiting already, word for word, and not about to run out. */
async function findSame(viewer: Viewer, tx: Tx, asked: Asked, drawn: Drawn): Promise<ProposalRow | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM cs.proposal WHERE person_id = ${viewer.personId}::uuid AND conversation_id = ${asked.conversationId}::uuid
      AND state = 'pending' AND expires_at > cs.now() + interval '5 minutes' AND display_hash = ${drawn.displayHash}
      AND resource_version = ${asked.draft.resource.version} AND policy_version = ${APPROVAL_POLICY_VERSION}`;
  return rows[0] ? loadProposal(viewer, tx, rows[0].id) : null;
}

async function voidOlder(viewer: Viewer, tx: Tx, { conversationId, draft }: Asked): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE cs.proposal SET state = 'void', decided_at = cs.now(), outcome = 'replaced'
    WHERE person_id = ${viewer.personId}::uuid AND conversation_id = ${conversationId}::uuid AND state = 'pending'
      AND tool = ${draft.arguments.tool} AND resource_id = ${draft.resource.id}::uuid
    RETURNING id`;
  return rows.map(({ id }) => id);
}

/** Whether enough waits, or was asked for today, without what the new proposal would replace. */
async function isFlooded(viewer: Viewer, tx: Tx, { conversationId, draft }: Asked): Promise<boolean> {
  const rows = await tx.$queryRaw<{ waiting: bigint; today: bigint }[]>`
    SELECT count(*) FILTER (WHERE state = 'pending' AND expires_at > cs.now() AND NOT (conversation_id = ${conversationId}::uuid
             AND tool = ${draft.arguments.tool} AND resource_id = ${draft.resource.id}::uuid)) AS waiting,
           count(*) FILTER (WHERE created_at > cs.now() - interval '1 day') AS today
    FROM cs.proposal WHERE person_id = ${viewer.personId}::uuid`;
  const [counts] = rows;
  return !counts || Number(counts.waiting) >= MAX_WAITING || Number(counts.today) >= MAX_PROPOSALS_PER_DAY;
}

async function insert(viewer: Viewer, tx: Tx, id: string, asked: Asked, drawn: Drawn): Promise<void> {
  const { draft, reason } = asked;
  const { personId, homeTenantId: tenantId } = viewer;
  const { tool } = draft.arguments;
  const counted = draft.amount && (MOVES_MONEY.includes(tool) || tool === 'retry_payment');
  await tx.$executeRaw`
    INSERT INTO cs.proposal (id, tenant_id, person_id, conversation_id, turn_id, tool, effect_class, arguments_hash, display_hash,
      policy_version, resource_kind, resource_id, resource_version, amount_minor, currency, people, expires_at)
    VALUES (${id}::uuid, ${tenantId}::uuid, ${personId}::uuid, ${asked.conversationId}::uuid, ${asked.turnId}::uuid, ${tool},
      ${drawn.display.risk}, ${drawn.argumentsHash}, ${drawn.displayHash}, ${APPROVAL_POLICY_VERSION}, ${draft.resource.kind},
      ${draft.resource.id}::uuid, ${draft.resource.version}, ${counted ? BigInt(draft.amount?.amountMinor ?? 0) : null}::bigint,
      ${counted ? (draft.amount?.currency ?? null) : null}, ${drawn.display.people}::int,
      cs.now() + make_interval(secs => ${DECIDE_WITHIN_MS / 1000}::int))`;
  await tx.proposalCard.createMany({
    data: [
      {
        proposalId: id,
        tenantId,
        personId,
        arguments: drawn.argumentsJson,
        display: drawn.displayJson,
        provenance: JSON.stringify(asked.origins),
        reason: reason === null ? null : asked.seal(id, reason),
      },
    ],
  });
}
