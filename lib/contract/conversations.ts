import { z } from 'zod';
import { supportCaseSchema } from './cases.ts';
import {
  approvalMarkSchema,
  claimSchema,
  finishSchema,
  stageEventSchema,
  suggestionSchema,
  toolEventSchema,
} from './chat.ts';
import { instantSchema } from './dates.ts';
import { feedbackSchema } from './feedback.ts';
import { writerSchema } from './generated-by.ts';

export const conversationSummarySchema = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  /** Deleted, with its key, after this instant. */
  expiresAt: instantSchema,
});
export type ConversationSummary = z.infer<typeof conversationSummarySchema>;

export const messageSchema = z.strictObject({
  id: z.uuid(),
  role: z.enum(['user', 'assistant']),
  text: z.string(),
  /** Who wrote `text`. */
  generatedBy: writerSchema,
  createdAt: instantSchema,
  /** Null on a person's message, and on an answer that is still being written. */
  finish: finishSchema.nullable(),
  turnId: z.uuid(),
  /** The person's messages that stand at the same place (edits and regenerations), oldest first; empty on answers. */
  branches: z.array(z.uuid()),
  stages: z.array(stageEventSchema),
  tools: z.array(toolEventSchema),
  approvals: z.array(approvalMarkSchema),
  claims: z.array(claimSchema),
  suggestions: z.array(suggestionSchema),
  /** What the person thought of an answer; null where they said nothing, and on their own messages. */
  feedback: feedbackSchema.nullable(),
  /** What stood beside this answer is no longer kept; its text is. */
  lookupsRemoved: z.literal(true).optional(),
});
export type Message = z.infer<typeof messageSchema>;

export const conversationListSchema = z.strictObject({
  conversations: z.array(conversationSummarySchema),
  nextCursor: z.string().nullable(),
});

/** The newest page of the active branch; `nextCursor` leads to older messages. */
export const conversationSchema = conversationSummarySchema.extend({
  /** Never listed, searched or exported; its key is destroyed an hour after the last message. */
  temporary: z.boolean().default(false),
  messages: z.array(messageSchema),
  nextCursor: z.string().nullable(),
});
export type Conversation = z.infer<typeof conversationSchema>;

/** `GET /api/conversations/:id`: with what people at the vendor were asked from it, and their replies. */
export const conversationPageSchema = conversationSchema.extend({
  cases: z.array(supportCaseSchema).default([]),
});
export type ConversationPage = z.infer<typeof conversationPageSchema>;

export const TITLE_MAX_CHARACTERS = 80;

/** `PATCH /api/conversations/:id`: rename, or show the branch that holds this message. */
export const conversationPatchSchema = z.union([
  z.strictObject({ title: z.string().trim().min(1).max(TITLE_MAX_CHARACTERS) }),
  z.strictObject({ activeMessageId: z.string() }),
]);
