import { z } from 'zod';
import { instantSchema } from './dates.ts';

/** What a press on "Talk to a person" carries in place of an address: the page opens a dialog for it. */
export const HANDOVER_HREF = '#handover';

/** Longest summary, note and reply, in characters. Longer ones are refused, never cut. */
export const SUMMARY_MAX_CHARACTERS = 2_000;
export const NOTE_MAX_CHARACTERS = 1_000;
export const REPLY_MAX_CHARACTERS = 4_000;
/** How many invoices a person may link to one hand-over. */
export const LINKED_INVOICES_MAX = 5;
/** Largest JSON body of the routes around cases, in bytes. */
export const CASE_BODY_MAX_BYTES = 32_000;

/** Why an answer is contested, as the person chooses it and the agent reads it. */
export const CONTEST_GROUNDS = {
  wrong_figure: 'A figure is wrong',
  wrong_action: 'Something was done or proposed that I did not ask for',
  unclear: 'I cannot tell what it means',
  other: 'Something else',
} as const;
export const contestGroundSchema = z.enum(['wrong_figure', 'wrong_action', 'unclear', 'other']);
export type ContestGround = z.infer<typeof contestGroundSchema>;

export const caseKindSchema = z.enum(['handover', 'contest']);
export type CaseKind = z.infer<typeof caseKindSchema>;

/** `open` waits for a person at the vendor; `answered` has a reply; `closed` takes no more. */
export const caseStateSchema = z.enum(['open', 'answered', 'closed']);
export type CaseState = z.infer<typeof caseStateSchema>;

const invoiceNumberSchema = z.string().regex(/^[0-9][0-9-]{2,11}$/);

/** `POST /api/handovers`. What is stored and read is this summary and these numbers, and nothing of the conversation. */
export const handoverRequestSchema = z.strictObject({
  conversationId: z.string().optional(),
  summary: z.string().trim().min(1).max(SUMMARY_MAX_CHARACTERS),
  invoices: z.array(invoiceNumberSchema).max(LINKED_INVOICES_MAX).optional(),
});
export type HandoverRequest = z.infer<typeof handoverRequestSchema>;

/** `POST /api/turns/:turnId/contest` */
export const contestRequestSchema = z.strictObject({
  ground: contestGroundSchema,
  note: z.string().max(NOTE_MAX_CHARACTERS).optional(),
});
export type ContestRequest = z.infer<typeof contestRequestSchema>;

/** `POST /api/cases/:id/reply`: a reply, an end, or both. */
export const caseReplySchema = z
  .strictObject({
    text: z.string().trim().min(1).max(REPLY_MAX_CHARACTERS).optional(),
    close: z.literal(true).optional(),
  })
  .refine(({ text, close }) => text !== undefined || close === true);
export type CaseReply = z.infer<typeof caseReplySchema>;

/** `PATCH /api/cases/:id`: the person has seen the reply of this instant. A later one stays unseen. */
export const caseSeenSchema = z.strictObject({ seenUntil: instantSchema });

export const caseOpenedSchema = z.strictObject({ caseId: z.uuid() });
export const caseStateAnswerSchema = z.strictObject({ state: caseStateSchema });

/** One of a person's own cases, without what was written in it. */
export const caseSummarySchema = z.strictObject({
  caseId: z.uuid(),
  kind: caseKindSchema,
  state: caseStateSchema,
  ground: contestGroundSchema.nullable(),
  conversationId: z.uuid().nullable(),
  turnId: z.uuid().nullable(),
  createdAt: instantSchema,
  answeredAt: instantSchema.nullable(),
  /** A reply stands in it that has not been shown yet. */
  unseen: z.boolean(),
});
export type CaseSummary = z.infer<typeof caseSummarySchema>;

export const caseListSchema = z.strictObject({ cases: z.array(caseSummarySchema) });

/** `author` is the server's word for who wrote it; no model text ever becomes one of these. */
export const caseTextSchema = z.strictObject({
  id: z.uuid(),
  author: z.enum(['customer', 'staff']),
  text: z.string(),
  invoices: z.array(z.string()),
  createdAt: instantSchema,
});
export type CaseText = z.infer<typeof caseTextSchema>;

/** A case as its own person reads it. */
export const supportCaseSchema = caseSummarySchema.extend({ texts: z.array(caseTextSchema) });
export type SupportCase = z.infer<typeof supportCaseSchema>;

/** A row of the agents' inbox: no content, nobody's words, no person's name. */
export const inboxItemSchema = z.strictObject({
  caseId: z.uuid(),
  customer: z.string(),
  kind: caseKindSchema,
  state: caseStateSchema,
  ground: contestGroundSchema.nullable(),
  createdAt: instantSchema,
  answeredAt: instantSchema.nullable(),
});
export type InboxItem = z.infer<typeof inboxItemSchema>;

/** A case as an agent reads it after opening it, which is on record. Which conversation it came from is not part of it. */
export const openedCaseSchema = inboxItemSchema.extend({
  turnId: z.uuid().nullable(),
  texts: z.array(caseTextSchema),
});
export type OpenedCase = z.infer<typeof openedCaseSchema>;

/** Which entries of an opened case are remembered. */
export const caseAttackSchema = z.strictObject({ textId: z.uuid(), attackId: z.uuid() });
export type CaseAttack = z.infer<typeof caseAttackSchema>;

/** An opened case as its page shows it: with what of it is remembered as an attack. */
export const reviewedCaseSchema = openedCaseSchema.extend({ attacks: z.array(caseAttackSchema) });
export type ReviewedCase = z.infer<typeof reviewedCaseSchema>;

/** What people call a case by: short enough to say on the phone. */
export function caseNumber(caseId: string): string {
  return `C-${caseId.slice(-8).toUpperCase()}`;
}
