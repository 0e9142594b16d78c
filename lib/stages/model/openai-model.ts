import 'server-only';
import OpenAI from 'openai';
import { AppError } from '#lib/kernel/errors.ts';
import type { ModelEvent, ModelFinish, ModelMessage, ModelPort, ModelRequest, ModelUsage } from '#lib/kernel/ports.ts';
import { chunkSchema } from './chunk-schema.ts';
import { createCallCollector } from './collect-calls.ts';
import { FIRST_BYTE_MS, MAX_STREAM_CHARACTERS } from './policy.ts';
import { withGapLimit } from './with-gap-limit.ts';

export type ModelSettings = { baseUrl: string; apiKey: string; model: string; scripted: boolean };

/** Any provider that speaks Chat Completions, through the official client. Retries never happen after the first byte. */
export function openaiModel(settings: ModelSettings): ModelPort {
  const client = new OpenAI({ apiKey: settings.apiKey, baseURL: settings.baseUrl, maxRetries: 1, timeout: FIRST_BYTE_MS, logLevel: 'off' });
  return {
    name: settings.model,
    scripted: settings.scripted,
    stream: (request) => streamAnswer(client, settings, request),
  };
}

async function* streamAnswer(client: OpenAI, settings: ModelSettings, request: ModelRequest): AsyncGenerator<ModelEvent> {
  const chunks = await connect(client, settings, request);
  const calls = createCallCollector();
  let usage: ModelUsage | null = null;
  let reason: string | null = null;
  let characters = 0;
  for await (const raw of withGapLimit(chunks, request.signal)) {
    const parsed = chunkSchema.safeParse(raw);
    if (!parsed.success) throw new AppError('model_malformed');
    const choice = parsed.data.choices?.[0];
    if (parsed.data.usage) usage = { inputTokens: parsed.data.usage.prompt_tokens, outputTokens: parsed.data.usage.completion_tokens, estimated: false };
    reason = choice?.finish_reason ?? reason;
    const text = choice?.delta?.content ?? choice?.delta?.refusal ?? '';
    characters += text.length + (choice?.delta?.tool_calls ? calls.add(choice.delta.tool_calls) : 0);
    if (text !== '') yield { type: 'text', delta: text };
    if (characters > MAX_STREAM_CHARACTERS) break;
  }
  if (reason === null && characters <= MAX_STREAM_CHARACTERS) throw new AppError('model_malformed');
  const finished = calls.finish();
  for (const call of finished) yield { type: 'tool_call', call };
  yield {
    type: 'finish',
    reason: finishOf(reason, finished.length > 0),
    usage: usage ?? { inputTokens: boundTokens(request), outputTokens: characters, estimated: true },
  };
}

async function connect(client: OpenAI, settings: ModelSettings, request: ModelRequest) {
  try {
    return await client.chat.completions.create(
      {
        model: settings.model,
        messages: request.messages.map(toWire),
        stream: true,
        stream_options: { include_usage: true },
        max_completion_tokens: request.maxOutputTokens,
        safety_identifier: request.userPseudonym,
        store: false,
        ...(request.tools.length > 0
          ? { tools: request.tools.map((tool) => ({ type: 'function' as const, function: tool })), parallel_tool_calls: true }
          : {}),
      },
      { signal: request.signal },
    );
  } catch (error) {
    request.signal.throwIfAborted();
    // The client's errors quote the request; only their class goes on.
    throw new AppError('model_unavailable', { cause: { name: error instanceof Error ? error.name : 'unknown', code: 'provider' } });
  }
}

function toWire(message: ModelMessage): OpenAI.ChatCompletionMessageParam {
  if (message.role === 'tool') return { role: 'tool', content: message.content, tool_call_id: message.toolCallId };
  if (message.role !== 'assistant') return { role: message.role, content: message.content };
  if (!message.toolCalls?.length) return { role: 'assistant', content: message.content };
  return {
    role: 'assistant',
    content: message.content,
    tool_calls: message.toolCalls.map((call) => ({ id: call.id, type: 'function', function: { name: call.name, arguments: call.argumentsJson } })),
  };
}

function finishOf(reason: string | null, hasCalls: boolean): ModelFinish {
  if (hasCalls) return 'tool_calls';
  return reason === 'length' || reason === null ? 'length' : 'stop';
}

/** No tokenizer makes more tokens than bytes. */
function boundTokens(request: ModelRequest): number {
  return Buffer.byteLength(JSON.stringify(request.messages)) + Buffer.byteLength(JSON.stringify(request.tools));
}
