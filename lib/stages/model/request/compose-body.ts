import 'server-only';
import { createHash } from 'node:crypto';
import type OpenAI from 'openai';
import type { ModelMessage, ModelRequest, ModelTool, ModelToolCall } from '#lib/kernel/model-port.ts';
import type { Family } from '../families/family.ts';
import { isStrictSchema } from './is-strict-schema.ts';

type Body = OpenAI.ChatCompletionCreateParamsStreaming;

/** The body of a call, with what this family of providers understands and nothing else. */
export function composeBody(family: Family, model: string, request: ModelRequest): Body {
  const { accepts } = family;
  return {
    model,
    messages: request.messages.map((message) => toWire(message, family)),
    stream: true,
    [accepts.maxTokens]: request.maxOutputTokens,
    ...(accepts.streamUsage ? { stream_options: { include_usage: true } } : {}),
    ...(accepts.user ? { [accepts.user]: request.userPseudonym } : {}),
    ...(accepts.store ? { store: false } : {}),
    ...(accepts.denyCollection ? { provider: { data_collection: 'deny' } } : {}),
    ...(request.tools.length > 0 ? toolFields(family, request.tools) : {}),
  };
}

function toolFields({ accepts }: Family, tools: readonly ModelTool[]) {
  return {
    tools: tools.map((tool) => ({
      type: 'function' as const,
      function: {
        ...tool,
        ...(accepts.strictTools && isStrictSchema(tool.parameters) ? { strict: true } : {}),
      },
    })),
    ...(accepts.parallelToolCalls ? { parallel_tool_calls: true } : {}),
  };
}

function toWire(message: ModelMessage, family: Family): OpenAI.ChatCompletionMessageParam {
  if (message.role === 'tool')
    return { role: 'tool', content: message.content, tool_call_id: idFor(family, message.toolCallId) };
  if (message.role !== 'assistant') return { role: message.role, content: message.content };
  if (!message.toolCalls?.length) return { role: 'assistant', content: message.content };
  return {
    role: 'assistant',
    content: message.content,
    tool_calls: message.toolCalls.map((call) => ({
      id: idFor(family, call.id),
      type: 'function' as const,
      function: { name: call.name, arguments: argumentsFor(call) },
      ...(family.returnsExtras && call.extras ? { extra_content: JSON.parse(call.extras) } : {}),
    })),
  };
}

/** The same id for a call and its result, in the shape that the family insists on. */
function idFor(family: Family, id: string): string {
  if (family.callIds === 'any') return id;
  return createHash('sha256').update(id).digest('hex').slice(0, 9);
}

/** Arguments go back as they came, but for those that are no JSON: some providers refuse the whole conversation for them. */
function argumentsFor({ argumentsJson }: ModelToolCall): string {
  try {
    JSON.parse(argumentsJson);
    return argumentsJson;
  } catch {
    return '{}';
  }
}
