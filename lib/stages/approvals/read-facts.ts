import 'server-only';
import { z } from 'zod';
import { changeToolSchema, proposalStateSchema } from '#lib/contract/approvals.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';

/** How many proposals of a conversation the next prompt is told about. */
const MOST = 5;

const factSchema = z.object({ tool: changeToolSchema, state: proposalStateSchema });
export type ProposalFact = z.infer<typeof factSchema>;

/** What became of the changes that were proposed in a conversation, newest first: facts of the server, for the next prompt. */
export async function readFacts(viewer: Viewer, tx: Tx, conversationId: string): Promise<ProposalFact[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT tool, CASE WHEN state IN ('pending', 'confirmed') AND expires_at <= cs.now() THEN 'expired' ELSE state END AS state
    FROM cs.proposal WHERE conversation_id = ${conversationId}::uuid AND person_id = ${viewer.personId}::uuid
    ORDER BY id DESC LIMIT ${MOST}::int`;
  return z.array(factSchema).parse(rows);
}
