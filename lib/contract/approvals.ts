import { z } from 'zod';
import { invoiceSummarySchema } from './bill.ts';
import { instantSchema } from './dates.ts';
import { moneySchema } from './money.ts';

/** How far a change reaches: who can undo it. `read` changes nothing. */
export const effectClassSchema = z.enum(['read', 'reversible', 'externally_reversible', 'irreversible']);
export type EffectClass = z.infer<typeof effectClassSchema>;

/** Every change that the assistant may propose. A person decides; nothing else executes one. */
export const CHANGE_TOOLS = [
  'refund',
  'change_plan',
  'change_seats',
  'cancel_plan',
  'pause_plan',
  'resume_plan',
  'change_billing_contact',
  'retry_payment',
] as const;
export const changeToolSchema = z.enum(CHANGE_TOOLS);
export type ChangeTool = z.infer<typeof changeToolSchema>;

/**
 * What each change is called and how far it reaches. `reversible`: the person can take it back; `externally_reversible`: we can
 * undo it, at a cost outside this application; `irreversible`: money that has left does not come back.
 */
export const CHANGE_TABLE = {
  refund: { label: 'Refund', effect: 'irreversible' },
  change_plan: { label: 'Plan change', effect: 'reversible' },
  change_seats: { label: 'Seat change', effect: 'reversible' },
  cancel_plan: { label: 'Cancellation', effect: 'reversible' },
  pause_plan: { label: 'Pause', effect: 'reversible' },
  resume_plan: { label: 'Resumption', effect: 'reversible' },
  change_billing_contact: { label: 'Billing address for e-mail', effect: 'externally_reversible' },
  retry_payment: { label: 'Payment retry', effect: 'externally_reversible' },
} as const satisfies Record<ChangeTool, { label: string; effect: Exclude<EffectClass, 'read'> }>;

/** `pending → executed | rejected | expired | void | failed`; where two people are needed `pending → confirmed → …`. */
export const proposalStateSchema = z.enum([
  'pending',
  'confirmed',
  'executed',
  'rejected',
  'expired',
  'void',
  'failed',
]);
export type ProposalState = z.infer<typeof proposalStateSchema>;

/**
 * Who an argument came from: the person's own words, text that others wrote into the ledger, or neither (the assistant
 * chose it, or the ledger holds it).
 */
export const originSchema = z.enum(['person', 'third_party', 'assistant']);
export type Origin = z.infer<typeof originSchema>;

/** One row of a card, written by the server from canonical arguments and ledger facts. `origin` only where it matters. */
export const cardLineSchema = z.strictObject({
  label: z.string(),
  value: z.string(),
  origin: originSchema.optional(),
});
export type CardLine = z.infer<typeof cardLineSchema>;

export const riskSchema = effectClassSchema.exclude(['read']);

/**
 * A proposed change as it is shown. The `approval` event and `GET /api/approvals/:id` carry the same; `displayHash` stands for
 * everything a decision rests on, and goes back with it.
 */
export const approvalCardSchema = z.strictObject({
  approvalId: z.uuid(),
  tool: changeToolSchema,
  title: z.string(),
  lines: z.array(cardLineSchema),
  risk: riskSchema,
  state: proposalStateSchema,
  /** How many people must agree. */
  people: z.union([z.literal(1), z.literal(2)]),
  amount: moneySchema.nullable(),
  /** Set where the person has to type this amount before they can approve. */
  typeAmount: z.string().nullable(),
  /** Whether this viewer has to prove a second factor. */
  stepUp: z.boolean(),
  displayHash: z.string().regex(/^[0-9a-f]{64}$/),
  createdAt: instantSchema,
  expiresAt: instantSchema,
  /** Where it ended: what was done, or why not, in plain words. */
  outcome: z.string().nullable(),
  /** The model's own words. Untrusted; null where there are none or they can't be read any more. */
  reason: z.string().nullable(),
  conversationId: z.uuid().nullable(),
});
export type ApprovalCard = z.infer<typeof approvalCardSchema>;

/** With a nonce of this viewer's own: single use, ten minutes. Null where there is nothing left to decide. */
export const offeredApprovalSchema = approvalCardSchema.extend({ nonce: z.string().nullable() });
export type OfferedApproval = z.infer<typeof offeredApprovalSchema>;

export const approvalListSchema = z.strictObject({
  approvals: z.array(approvalCardSchema),
  nextCursor: z.string().nullable(),
});
export type ApprovalList = z.infer<typeof approvalListSchema>;

/** `POST /api/approvals/:id` */
export const decisionSchema = z.strictObject({
  decision: z.enum(['approve', 'reject']),
  displayHash: z.string().regex(/^[0-9a-f]{64}$/),
  nonce: z.string().regex(/^[A-Za-z0-9_-]{20,64}$/),
  typedAmount: z.string().max(32).optional(),
  totp: z.string().max(32).optional(),
});
export type Decision = z.infer<typeof decisionSchema>;

export const decidedSchema = z.strictObject({
  status: proposalStateSchema,
  effect: z.strictObject({ summary: z.string(), href: z.string().nullable() }).optional(),
});
export type Decided = z.infer<typeof decidedSchema>;

/** A row of the finance approver's queue: no content, nobody's words. */
export const queueItemSchema = z.strictObject({
  approvalId: z.uuid(),
  customer: z.string(),
  tool: changeToolSchema,
  risk: riskSchema,
  state: proposalStateSchema,
  amount: moneySchema.nullable(),
  confirmedAt: instantSchema,
  expiresAt: instantSchema,
});
export type QueueItem = z.infer<typeof queueItemSchema>;

/** What a finance approver sees beside an opened card: the account's figures, never the conversation. */
export const proposalContextSchema = z.strictObject({
  customer: z.string(),
  lines: z.array(cardLineSchema),
  /** The invoice this is about first, then the latest ones. */
  invoices: z.array(invoiceSummarySchema),
  /** What was executed for this customer before, newest first. */
  earlier: z.array(
    z.strictObject({ summary: z.string(), at: instantSchema, amount: moneySchema.nullable() }),
  ),
});
export type ProposalContext = z.infer<typeof proposalContextSchema>;
