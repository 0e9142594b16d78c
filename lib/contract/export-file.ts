import { z } from 'zod';
import { cardLineSchema, changeToolSchema, proposalStateSchema } from './approvals.ts';
import { caseSummarySchema, caseTextSchema } from './cases.ts';
import { approvalMarkSchema, claimSchema, finishSchema, stageEventSchema, toolEventSchema } from './chat.ts';
import { instantSchema } from './dates.ts';
import { exportedAboutSchema } from './export-about.ts';
import { moneySchema } from './money.ts';
import { sentCallSchema } from './sent.ts';

/** Where the schema of the file is published, from the root of the application's address. */
export const EXPORT_SCHEMA_PATH = '/schemas/account-export.v1.json';
export const EXPORT_VERSION = 1;

/**
 * Who wrote a text: a mark that a machine can read (Art. 50(2) of Regulation (EU) 2024/1689). `application`: fixed words of ours, no
 * model took part.
 */
export const generatedBySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person') }),
  z.strictObject({ kind: z.literal('staff') }),
  z.strictObject({ kind: z.literal('application') }),
  z.strictObject({
    kind: z.literal('model'),
    model: z.string().nullable(),
    promptVersion: z.string().nullable(),
  }),
]);
export type GeneratedBy = z.infer<typeof generatedBySchema>;

export const exportedMessageSchema = z.strictObject({
  id: z.uuid(),
  sequence: z.int(),
  /** The message this one follows; several that follow the same are edits and new answers. */
  parentId: z.uuid().nullable(),
  role: z.enum(['user', 'assistant']),
  generated_by: generatedBySchema,
  /** Null where it can't be read any more; then nothing else of it is left either. */
  text: z.string().nullable(),
  createdAt: instantSchema,
  finish: finishSchema.nullable(),
  turnId: z.uuid(),
  stages: z.array(stageEventSchema),
  /** What was looked up, with the cards that were shown. */
  tools: z.array(toolEventSchema),
  approvals: z.array(approvalMarkSchema),
  claims: z.array(claimSchema),
  /** What was sent to the model for this answer, request by request, word for word. */
  sent: z.array(sentCallSchema),
  feedback: z
    .strictObject({ verdict: z.string(), words: z.string().nullable(), updatedAt: instantSchema })
    .nullable(),
});
export type ExportedMessage = z.infer<typeof exportedMessageSchema>;

export const exportedConversationSchema = z.strictObject({
  id: z.uuid(),
  title: z.string().nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  /** Deleted, with its key, after this instant. */
  expiresAt: instantSchema,
  /** All branches, in the order of writing. */
  messages: z.array(exportedMessageSchema),
});

export const exportedCaseSchema = caseSummarySchema.omit({ unseen: true }).extend({
  texts: z.array(caseTextSchema.extend({ generated_by: generatedBySchema })),
});
export type ExportedCase = z.infer<typeof exportedCaseSchema>;

export const exportedChangeSchema = z.strictObject({
  id: z.uuid(),
  tool: changeToolSchema,
  /** Whether the person asked for it, or countersigned what someone else had asked for. */
  part: z.enum(['asked', 'countersigned']),
  state: proposalStateSchema,
  outcome: z.string().nullable(),
  amount: moneySchema.nullable(),
  people: z.int(),
  createdAt: instantSchema.nullable(),
  confirmedAt: instantSchema.nullable(),
  decidedAt: instantSchema.nullable(),
  decidedByYou: z.boolean(),
  /** What the card said; null for what someone else asked for. */
  card: z.strictObject({ title: z.string(), lines: z.array(cardLineSchema) }).nullable(),
  reason: z.strictObject({ text: z.string(), generated_by: generatedBySchema }).nullable(),
  /** What was done, in the words that were shown. */
  effect: z.strictObject({ summary: z.string(), executedAt: instantSchema }).nullable(),
});
export type ExportedChange = z.infer<typeof exportedChangeSchema>;

export const exportedAuditSchema = z.strictObject({
  at: instantSchema,
  /** `you`, or the role of who did it: never who. */
  by: z.string(),
  action: z.string(),
  meaning: z.string(),
  outcome: z.string(),
  stage: z.string().nullable(),
  rule: z.string().nullable(),
  subjectKind: z.string().nullable(),
  subjectId: z.string().nullable(),
});
export type ExportedAudit = z.infer<typeof exportedAuditSchema>;

/** When the person asked and how it ended, of conversations that are kept. */
export const exportedTurnSchema = z.strictObject({
  id: z.uuid(),
  conversationId: z.uuid(),
  openedAt: instantSchema,
  closedAt: instantSchema.nullable(),
  /** running | closed | lost */
  state: z.string(),
  finish: z.string().nullable(),
  model: z.string(),
  promptVersion: z.string(),
  policyVersion: z.string(),
});
export type ExportedTurn = z.infer<typeof exportedTurnSchema>;

export const exportedUsageSchema = z.strictObject({
  at: instantSchema,
  turnId: z.uuid(),
  model: z.string(),
  inputTokens: z.int(),
  outputTokens: z.int(),
  costMicroUsd: z.int(),
  /** True where the provider did not report and an upper bound stands in. */
  estimated: z.boolean(),
});
export type ExportedUsage = z.infer<typeof exportedUsageSchema>;

export const exportedMailSchema = z.strictObject({
  recipient: z.string(),
  subject: z.string(),
  body: z.string(),
  createdAt: instantSchema,
  sentAt: instantSchema.nullable(),
});
export type ExportedMail = z.infer<typeof exportedMailSchema>;

export const exportedAttackSchema = z.strictObject({
  id: z.uuid(),
  caseId: z.uuid(),
  confirmedAt: instantSchema,
});
export type ExportedAttack = z.infer<typeof exportedAttackSchema>;

/** `export.json` in the file that a person downloads: everything about them on every surface (Art. 15 and 20 GDPR). */
export const exportFileSchema = z.strictObject({
  $schema: z.string(),
  format: z.literal('countersign-account-export'),
  version: z.literal(EXPORT_VERSION),
  exportId: z.uuid(),
  createdAt: instantSchema,
  /** What the marks in the file mean. */
  generated_by: z.strictObject({ kind: z.literal('application'), notice: z.string() }),
  ...exportedAboutSchema.shape,
  conversations: z.array(exportedConversationSchema),
  turns: z.array(exportedTurnSchema),
  cases: z.array(exportedCaseSchema),
  changes: z.array(exportedChangeSchema),
  attacks: z.array(exportedAttackSchema),
  mails: z.array(exportedMailSchema),
  usage: z.array(exportedUsageSchema),
  audit: z.array(exportedAuditSchema),
});
export type ExportFile = z.infer<typeof exportFileSchema>;
