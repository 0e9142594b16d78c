import 'server-only';
import { z } from 'zod';
import {
  approvalMarkSchema,
  claimSchema,
  stageEventSchema,
  suggestionSchema,
  toolEventSchema,
} from '#lib/contract/chat.ts';
import { REASON } from '#lib/contract/reasons.ts';

/** What stands beside an answer's text: which stages decided what, what was looked up, which buttons were offered. */
export const traceSchema = z.strictObject({
  stages: z.array(stageEventSchema),
  tools: z.array(toolEventSchema),
  approvals: z.array(approvalMarkSchema).default([]),
  claims: z.array(claimSchema),
  suggestions: z.array(suggestionSchema),
});
export type Trace = z.infer<typeof traceSchema>;

export const EMPTY_TRACE: Trace = { stages: [], tools: [], approvals: [], claims: [], suggestions: [] };

/** Whether the person's own message looked like an attempt to give orders: flagged, or refused for it. */
export function gaveOrders({ stages }: Pick<Trace, 'stages'>): boolean {
  return stages.some(
    ({ stage, verdict, reason }) =>
      stage === 'input-guard' && (verdict === 'block' || reason === REASON.flagged),
  );
}
