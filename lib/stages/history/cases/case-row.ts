import 'server-only';
import {
  caseKindSchema,
  caseStateSchema,
  type CaseSummary,
  contestGroundSchema,
} from '#lib/contract/cases.ts';
import type { Prisma } from '#lib/generated/prisma/client.ts';

/** Everything the table of cases says. None of it is content. */
export const CASE_SELECT = {
  id: true,
  tenantId: true,
  personId: true,
  kind: true,
  state: true,
  ground: true,
  conversationId: true,
  turnId: true,
  createdAt: true,
  answeredAt: true,
  seenAt: true,
} as const satisfies Prisma.SupportCaseSelect;

export type CaseRow = Prisma.SupportCaseGetPayload<{ select: typeof CASE_SELECT }>;

/** A case as its own person sees it in a list. */
export function toSummary(row: CaseRow): CaseSummary {
  return {
    caseId: row.id,
    kind: caseKindSchema.parse(row.kind),
    state: caseStateSchema.parse(row.state),
    ground: row.ground === null ? null : contestGroundSchema.parse(row.ground),
    conversationId: row.conversationId,
    turnId: row.turnId,
    createdAt: row.createdAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    unseen: row.answeredAt !== null && row.seenAt === null,
  };
}
