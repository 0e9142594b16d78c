import 'server-only';
import { z } from 'zod';

/** Some send the arguments as an object and not as its text. */
const argumentsSchema = z.union([
  z.string(),
  z.record(z.string(), z.unknown()).transform((value) => JSON.stringify(value)),
]);

const callDeltaSchema = z.object({
  index: z.int().min(0).max(63).nullish(),
  id: z.string().max(200).nullish(),
  function: z.object({ name: z.string().max(200).nullish(), arguments: argumentsSchema.nullish() }).nullish(),
  extra_content: z.record(z.string(), z.unknown()).nullish(),
});
export type CallDelta = z.output<typeof callDeltaSchema>;

/** Text, or parts of which only those of type text are meant for a person: the others are thoughts. */
const contentSchema = z.union([
  z.string(),
  z
    .array(z.object({ type: z.string().optional(), text: z.string().optional() }))
    .transform((parts) => parts.map(({ type, text }) => (type === 'text' ? (text ?? '') : '')).join('')),
]);

/** Any number: what can't be is for `read-chunks.ts` to say, and no reason to lose an answer. */
const count = z.number().nullish();
const usageSchema = z.object({
  prompt_tokens: count,
  completion_tokens: count,
  prompt_tokens_details: z.object({ cached_tokens: count }).nullish(),
});
export type UsageReport = z.output<typeof usageSchema>;

/**
 * What we read of a streamed Chat Completions chunk. Loose where providers differ (extra fields, null content, missing
 * usage), strict in the types of what is used: anything else ends the turn as `model_malformed`.
 */
export const chunkSchema = z.object({
  choices: z
    .array(
      z.object({
        delta: z
          .object({
            content: contentSchema.nullish(),
            refusal: z.string().nullish(),
            // What the model thought on its way: counted, never shown. Two spellings are about.
            reasoning_content: z.string().nullish(),
            reasoning: z.string().nullish(),
            tool_calls: z.array(callDeltaSchema).nullish(),
          })
          .nullish(),
        finish_reason: z.string().max(100).nullish(),
      }),
    )
    .nullish(),
  usage: usageSchema.nullish(),
});
