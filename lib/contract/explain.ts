import { z } from 'zod';
import { changeToolSchema, proposalStateSchema } from './approvals.ts';
import { caseStateSchema } from './cases.ts';
import { claimSchema, finishSchema, stageEventSchema, toolEventSchema } from './chat.ts';
import { instantSchema } from './dates.ts';

/** Who agreed to a change: the person, or a finance colleague at the vendor, who is not named. */
export const deciderSchema = z.enum(['you', 'finance']);

/** A change that the assistant proposed in this turn, and who decided about it. */
export const explainedChangeSchema = z.strictObject({
  approvalId: z.uuid(),
  tool: changeToolSchema,
  title: z.string(),
  state: proposalStateSchema,
  people: z.union([z.literal(1), z.literal(2)]),
  policyVersion: z.string(),
  /** In the order in which they agreed. */
  approvals: z.array(z.strictObject({ by: deciderSchema, at: instantSchema })),
  endedAt: instantSchema.nullable(),
  /** What was done, in the words the person read. */
  effect: z.string().nullable(),
});
export type ExplainedChange = z.infer<typeof explainedChangeSchema>;

/** `GET /api/turns/:turnId/explain`: what an answer, or a refusal, rests on. */
export const explanationSchema = z.strictObject({
  turnId: z.uuid(),
  conversationId: z.uuid(),
  /** Marks machine-written text (EU AI Act, Article 50): a model wrote it, or the application's own fixed words were shown. */
  generatedBy: z.enum(['model', 'application']),
  askedAt: instantSchema,
  endedAt: instantSchema.nullable(),
  finish: finishSchema.nullable(),
  /** What was answered, word for word; empty where nothing was stored. */
  text: z.string(),
  /** Under which versions it was decided and written. `model` is null where none was asked. */
  versions: z.strictObject({ policy: z.string(), prompt: z.string(), model: z.string().nullable() }),
  /** The facts used: what was looked up, with its cards, and what was refused. */
  facts: z.array(toolEventSchema),
  /** Which stage decided what. Rules and times for staff and demonstrations alone. */
  stages: z.array(stageEventSchema),
  claims: z.array(claimSchema),
  changes: z.array(explainedChangeSchema),
  /** The newest case in which this answer was contested. */
  contested: z.strictObject({ caseId: z.uuid(), state: caseStateSchema, at: instantSchema }).nullable(),
  /** What was looked up and decided beside the text is no longer kept. */
  lookupsRemoved: z.boolean(),
  /** Until when this can be read. */
  expiresAt: instantSchema,
});
export type Explanation = z.infer<typeof explanationSchema>;
