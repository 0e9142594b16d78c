import 'server-only';
import { z } from 'zod';

const callDeltaSchema = z.object({
  index: z.int().min(0).max(63).optional(),
  id: z.string().max(200).nullish(),
  function: z.object({ name: z.string().max(200).nullish(), arguments: z.string().nullish() }).nullish(),
});
export type CallDelta = z.output<typeof callDeltaSchema>;

const usageSchema = z.object({
  prompt_tokens: z.int().min(0).max(10_000_000),
  completion_tokens: z.int().min(0).max(10_000_000),
});

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
            content: z.string().nullish(),
            refusal: z.string().nullish(),
            tool_calls: z.array(callDeltaSchema).nullish(),
          })
          .nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: usageSchema.nullish(),
});
