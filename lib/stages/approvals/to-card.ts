import 'server-only';
import { z } from 'zod';
import { type ApprovalCard, cardLineSchema, changeToolSchema, riskSchema } from '#lib/contract/approvals.ts';
import { moneySchema } from '#lib/contract/money.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import type { Display } from './draw-card.ts';
import { type Outcome, OUTCOMES, OUTCOMES_TO_OTHERS } from './policy.ts';
import { type ProposalRow } from './rows.ts';

/** What was drawn when the change was proposed, as it is stored. */
export const displaySchema = z.strictObject({
  tool: changeToolSchema,
  title: z.string(),
  lines: z.array(cardLineSchema),
  risk: riskSchema,
  people: z.union([z.literal(1), z.literal(2)]),
  amount: moneySchema.nullable(),
  typeAmount: z.string().nullable(),
  argumentsHash: z.string(),
});

/** A proposal as this viewer sees it: what was drawn, and where it stands now. */
export function toCard(
  viewer: Viewer,
  row: ProposalRow,
  display: Display,
  reason: string | null,
): ApprovalCard {
  const isOwn = row.personId === viewer.personId;
  const { argumentsHash: _, ...shown } = display;
  return {
    ...shown,
    lines: [...display.lines],
    approvalId: row.id,
    state: row.isExpired ? 'expired' : row.state,
    typeAmount: isOwn ? display.typeAmount : null,
    stepUp: needsStepUp(viewer, row),
    displayHash: Buffer.from(row.displayHash).toString('hex'),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    outcome: outcomeOf(row, isOwn),
    // Nobody but the one who asked reads what was said in a conversation.
    reason: isOwn ? reason : null,
    conversationId: isOwn ? row.conversationId : null,
  };
}

/** A finance approver who lets money go for good proves a second factor, each time. */
export function needsStepUp(viewer: Viewer, row: Pick<ProposalRow, 'people' | 'effectClass'>): boolean {
  return viewer.role === 'approver' && row.people === 2 && row.effectClass === 'irreversible';
}

function outcomeOf(row: ProposalRow, isOwn: boolean): string | null {
  const code = row.isExpired ? 'expired' : row.outcome;
  if (code === null || !isOutcome(code)) return null;
  return (isOwn ? undefined : OUTCOMES_TO_OTHERS[code]) ?? OUTCOMES[code];
}

function isOutcome(code: string): code is Outcome {
  return Object.hasOwn(OUTCOMES, code);
}
