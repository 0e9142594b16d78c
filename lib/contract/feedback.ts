import { z } from 'zod';

/** Longest words to a thumb, in characters. Longer ones are refused, never cut. */
export const FEEDBACK_MAX_CHARACTERS = 1_000;
export const FEEDBACK_BODY_MAX_BYTES = 8_000;

export const feedbackVerdictSchema = z.enum(['up', 'down']);
export type FeedbackVerdict = z.infer<typeof feedbackVerdictSchema>;

/** What its person thinks of an answer. `words` is null where they wrote none, or where they can't be read any more. */
export const feedbackSchema = z.strictObject({
  verdict: feedbackVerdictSchema,
  words: z.string().nullable(),
});
export type Feedback = z.infer<typeof feedbackSchema>;

/** `POST /api/messages/:id/feedback`: a later one replaces an earlier one; `verdict: null` takes it back. */
export const feedbackRequestSchema = z.strictObject({
  verdict: feedbackVerdictSchema.nullable(),
  words: z.string().max(FEEDBACK_MAX_CHARACTERS).optional(),
});
export type FeedbackRequest = z.infer<typeof feedbackRequestSchema>;

export const feedbackAnswerSchema = z.strictObject({ feedback: feedbackSchema.nullable() });
