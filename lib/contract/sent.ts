import { z } from 'zod';
import { instantSchema } from './dates.ts';

/** One request to a provider, as it was sent. */
export const sentCallSchema = z.strictObject({
  provider: z.string(),
  host: z.string(),
  model: z.string(),
  /** It went to the second provider, because the first did not answer. */
  isSecond: z.boolean(),
  /** The body, word for word: JSON in the form of Chat Completions. The key travels in a header and is not kept. */
  body: z.string(),
});
export type SentCallDto = z.infer<typeof sentCallSchema>;

const sentMessageSchema = z.looseObject({
  role: z.string(),
  content: z.string().nullish(),
  tool_calls: z
    .array(z.looseObject({ function: z.looseObject({ name: z.string(), arguments: z.string() }) }))
    .optional(),
});
export type SentMessage = z.infer<typeof sentMessageSchema>;

/** A body as a page reads it: messages, tools, and whatever else was asked for. */
export const sentBodySchema = z
  .object({
    messages: z.array(sentMessageSchema),
    tools: z
      .array(
        z.looseObject({
          function: z.looseObject({ name: z.string(), description: z.string().optional() }),
        }),
      )
      .default([]),
  })
  .catchall(z.unknown());
export type SentBody = z.infer<typeof sentBodySchema>;

/** `GET /api/turns/:turnId/sent`: what was sent to the model for an answer of one's own. */
export const sentSchema = z.strictObject({
  turnId: z.uuid(),
  conversationId: z.uuid(),
  askedAt: instantSchema,
  /** `not_asked`: no model took part. `not_kept`: it was removed after its time, the turn was lost, or is older than these records. */
  state: z.enum(['kept', 'not_asked', 'not_kept']),
  /** In the order in which they were sent. */
  calls: z.array(sentCallSchema),
  /** Until when the conversation, and this with it at the latest, is kept. */
  expiresAt: instantSchema,
});
export type Sent = z.infer<typeof sentSchema>;
