import { z } from 'zod';
import { offeredApprovalSchema } from './approvals.ts';
import { cardSchema } from './cards.ts';
import { instantSchema } from './dates.ts';
import { stageSchema, verdictSchema } from './stages.ts';
import { budgetPeriodSchema, budgetScopeSchema, budgetUnitSchema } from './usage.ts';

/** Longest message a person may send, in UTF-8 bytes. Longer ones are refused, never cut. */
export const MESSAGE_MAX_BYTES = 8_000;
/** Largest JSON body of `POST /api/chat`, in bytes. */
export const CHAT_BODY_MAX_BYTES = 64_000;

export const chatRequestSchema = z.strictObject({
  conversationId: z.string().optional(),
  text: z.string(),
  idempotencyKey: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  replaces: z.string().optional(),
  temporary: z.literal(true).optional(),
});
export type ChatRequest = z.infer<typeof chatRequestSchema>;

export const stageEventSchema = z.strictObject({
  stage: stageSchema,
  verdict: verdictSchema,
  reason: z.string().optional(),
  rule: z.string().optional(),
  ms: z.number().optional(),
});
export type StageEvent = z.infer<typeof stageEventSchema>;

export const toolEventSchema = z.strictObject({
  callId: z.string(),
  name: z.string(),
  status: z.enum(['running', 'done', 'denied']),
  /** Plain words for a person: "Read invoice 2026-118". */
  summary: z.string(),
  card: cardSchema.optional(),
});
export type ToolEvent = z.infer<typeof toolEventSchema>;

export const claimSchema = z.strictObject({
  start: z.int(),
  end: z.int(),
  kind: z.enum(['amount', 'date', 'status']),
  verified: z.boolean(),
  callId: z.string().optional(),
});
export type Claim = z.infer<typeof claimSchema>;

/** `href` marks a link (a way to a person) instead of a message. */
export const suggestionSchema = z.strictObject({
  label: z.string(),
  text: z.string(),
  href: z.string().optional(),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

/** What an answer keeps of a proposal: the card itself is read afresh, with its state. */
export const approvalMarkSchema = z.strictObject({ approvalId: z.uuid(), title: z.string() });
export type ApprovalMark = z.infer<typeof approvalMarkSchema>;

export const finishSchema = z.enum(['stop', 'length', 'blocked', 'aborted', 'error']);
export type Finish = z.infer<typeof finishSchema>;

export const turnUsageSchema = z.strictObject({
  inputTokens: z.int(),
  outputTokens: z.int(),
  costMicroUsd: z.int(),
});
export type TurnUsage = z.infer<typeof turnUsageSchema>;

export const turnEventSchema = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('turn'),
    data: z.strictObject({ turnId: z.uuid(), conversationId: z.uuid() }),
  }),
  z.strictObject({ event: z.literal('stage'), data: stageEventSchema }),
  z.strictObject({ event: z.literal('text'), data: z.strictObject({ delta: z.string() }) }),
  z.strictObject({ event: z.literal('tool'), data: toolEventSchema }),
  z.strictObject({ event: z.literal('approval'), data: offeredApprovalSchema }),
  z.strictObject({ event: z.literal('claims'), data: z.strictObject({ items: z.array(claimSchema) }) }),
  z.strictObject({
    event: z.literal('quota'),
    data: z.strictObject({
      scope: budgetScopeSchema,
      period: budgetPeriodSchema,
      unit: budgetUnitSchema,
      used: z.int(),
      limit: z.int(),
      resetsAt: instantSchema,
    }),
  }),
  z.strictObject({
    event: z.literal('suggestions'),
    data: z.strictObject({ items: z.array(suggestionSchema).max(3) }),
  }),
  z.strictObject({
    event: z.literal('error'),
    data: z.strictObject({ code: z.string(), message: z.string(), retryable: z.boolean() }),
  }),
  z.strictObject({
    event: z.literal('done'),
    data: z.strictObject({
      messageId: z.uuid(),
      finish: finishSchema,
      /** Who wrote the answer's text (Art. 50(2) of the EU AI Act). */
      generatedBy: z.enum(['model', 'application']),
      usage: turnUsageSchema,
    }),
  }),
]);
export type TurnEvent = z.infer<typeof turnEventSchema>;
