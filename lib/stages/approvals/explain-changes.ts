import 'server-only';
import { z } from 'zod';
import { changeToolSchema, proposalStateSchema } from '#lib/contract/approvals.ts';
import type { ExplainedChange } from '#lib/contract/explain.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { displaySchema } from './to-card.ts';

const rowSchema = z.object({
  approvalId: z.uuid(),
  tool: changeToolSchema,
  state: proposalStateSchema,
  people: z.union([z.literal(1), z.literal(2)]),
  policyVersion: z.string(),
  confirmedAt: z.date().nullable(),
  decidedAt: z.date().nullable(),
  byViewer: z.boolean().nullable(),
  display: z.string(),
  effect: z.string().nullable(),
});

/** The changes that one turn of the viewer's proposed, who agreed to them and what came of it. No colleague is named. */
export async function explainChanges(viewer: Viewer, tx: Tx, turnId: string): Promise<ExplainedChange[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT p.id AS "approvalId", p.tool, p.people, p.policy_version AS "policyVersion", p.confirmed_at AS "confirmedAt",
           p.decided_at AS "decidedAt", p.decided_by = p.person_id AS "byViewer", c.display, e.summary AS effect,
           CASE WHEN p.state IN ('pending', 'confirmed') AND p.expires_at <= cs.now() THEN 'expired' ELSE p.state END AS state
    FROM cs.proposal p JOIN cs.proposal_card c ON c.proposal_id = p.id LEFT JOIN cs.effect e ON e.proposal_id = p.id
    WHERE p.turn_id = ${turnId}::uuid AND p.person_id = ${viewer.personId}::uuid ORDER BY p.id`;
  return z.array(rowSchema).parse(rows).map(toExplained);
}

function toExplained(row: z.infer<typeof rowSchema>): ExplainedChange {
  const { confirmedAt, decidedAt, byViewer, display, ...rest } = row;
  const isDone = row.state === 'executed' && decidedAt !== null;
  return {
    ...rest,
    title: displaySchema.parse(JSON.parse(display)).title,
    approvals: [
      ...(confirmedAt ? [{ by: 'you' as const, at: confirmedAt.toISOString() }] : []),
      ...(isDone
        ? [{ by: byViewer ? ('you' as const) : ('finance' as const), at: decidedAt.toISOString() }]
        : []),
    ],
    endedAt: decidedAt?.toISOString() ?? null,
  };
}
