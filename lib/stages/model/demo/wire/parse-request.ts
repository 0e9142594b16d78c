import 'server-only';
import { z } from 'zod';
import type { WireMessage } from '../conversation.ts';
import { DEFAULT_MAX_TOKENS, DEMO_MODEL_ID, type WireErrorCode } from './policy.ts';

export type ChatRequest = {
  messages: WireMessage[];
  stream: boolean;
  includeUsage: boolean;
  maxTokens: number;
  hasTools: boolean;
};

const contentSchema = z
  .union([z.string(), z.array(z.looseObject({ text: z.string().optional() })), z.null()])
  .optional()
  .transform((content) =>
    typeof content === 'string' ? content : (content ?? []).map((part) => part.text ?? '').join(''),
  );

/** Chat Completions as far as it is used; unknown fields are ignored, as the original does. */
const requestSchema = z.looseObject({
  model: z.string(),
  messages: z
    .array(
      z.looseObject({
        role: z.string(),
        content: contentSchema,
        tool_calls: z
          .array(
            z.looseObject({
              id: z.string(),
              function: z.looseObject({ name: z.string(), arguments: z.string() }),
            }),
          )
          .nullish(),
        tool_call_id: z.string().nullish(),
      }),
    )
    .min(1),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().optional() }).nullish(),
  max_tokens: z.int().min(1).nullish(),
  max_completion_tokens: z.int().min(1).nullish(),
  tools: z.array(z.unknown()).nullish(),
  tool_choice: z.unknown().optional(),
});

/** A request body for the model of this name, read; or the error it deserves. */
export function parseRequest(body: string, name: string = DEMO_MODEL_ID): ChatRequest | WireErrorCode {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return 'not_json';
  }
  const parsed = requestSchema.safeParse(json);
  if (!parsed.success) return 'bad_request';
  const { data } = parsed;
  if (data.model !== name) return 'unknown_model';
  return {
    stream: data.stream === true,
    includeUsage: data.stream_options?.include_usage === true,
    maxTokens: data.max_completion_tokens ?? data.max_tokens ?? DEFAULT_MAX_TOKENS,
    hasTools: (data.tools?.length ?? 0) > 0 && data.tool_choice !== 'none',
    messages: data.messages.map((message) => ({
      role: message.role,
      content: message.content,
      toolCalls: (message.tool_calls ?? []).map((call) => ({
        id: call.id,
        name: call.function.name,
        args: call.function.arguments,
      })),
      toolCallId: message.tool_call_id ?? '',
    })),
  };
}
