import 'server-only';
import OpenAI from 'openai';
import { AppError } from '#lib/kernel/errors.ts';
import type {
  ModelEvent,
  ModelFinish,
  ModelMessage,
  ModelPort,
  ModelRequest,
  ModelUsage,
} from '#lib/kernel/ports.ts';
import { boundUsage } from './bound-usage.ts';
import { chunkSchema } from './chunk-schema.ts';
import { createCallCollector } from './collect-calls.ts';
import { MAX_STREAM_BYTES } from './policy.ts';
import { withGapLimit } from './with-gap-limit.ts';

export type ModelSettings = {
  baseUrl: string;
  apiKey: string;
  model: string;
  scripted: boolean;
  /** How long the provider may take to its first byte, in milliseconds. */
  firstByteMs: number;
};

/** Any provider that speaks Chat Completions, through the official client. Retries never happen after the first byte. */
export function openaiModel(settings: ModelSettings): ModelPort {
  const client = new OpenAI({
    apiKey: settings.apiKey,
    baseURL: settings.baseUrl,
    maxRetries: 1,
    timeout: settings.firstByteMs,
    logLevel: 'off',
    // A provider answers itself: a redirect could lead the prompt to a machine of our own network.
    fetchOptions: { redirect: 'error' },
  });
  return {
    name: settings.model,
    scripted: settings.scripted,
    stream: (request) => streamAnswer(client, settings, request),
  };
}

async function* streamAnswer(
  client: OpenAI,
  settings: ModelSettings,
  request: ModelRequest,
): AsyncGenerator<ModelEvent> {
  const upstream = new AbortController();
  const received: Received = {
    usage: null,
    reason: null,
    bytes: 0,
    isCut: false,
    calls: createCallCollector(),
  };
  let isFinished = false;
  let isAnswered = false;
  try {
    const chunks = await connect(client, settings, {
      ...request,
      signal: AbortSignal.any([request.signal, upstream.signal]),
    });
    isAnswered = true;
    yield* readChunks(withGapLimit(chunks, request.signal, settings.firstByteMs), received);
    // What was cut off in the middle is no call.
    const calls = received.isCut ? [] : received.calls.finish();
    const usage = received.usage ?? boundUsage(request, received.bytes);
    for (const call of calls) yield { type: 'tool_call', call };
    isFinished = true;
    yield {
      type: 'finish',
      reason: finishOf(received.isCut ? 'length' : received.reason, calls.length > 0),
      usage,
    };
  } finally {
    // Whichever way this ends, nobody waits for the rest: the provider is told so, and what it cost is not forgotten.
    upstream.abort();
    if (!isFinished && (isAnswered || request.signal.aborted))
      request.onBroken?.(received.usage ?? boundUsage(request, received.bytes));
  }
}

type Received = {
  usage: ModelUsage | null;
  reason: string | null;
  bytes: number;
  /** More came than is read of one answer. */
  isCut: boolean;
  calls: ReturnType<typeof createCallCollector>;
};

/** Yields text as it comes and keeps the rest in `received`. Throws `model_malformed` when the stream stops in the middle. */
async function* readChunks(chunks: AsyncIterable<unknown>, received: Received): AsyncGenerator<ModelEvent> {
  for await (const raw of chunks) {
    const parsed = chunkSchema.safeParse(raw);
    if (!parsed.success) throw new AppError('model_malformed');
    const choice = parsed.data.choices?.[0];
    const { usage } = parsed.data;
    if (usage)
      received.usage = {
        inputTokens: usage.prompt_tokens,
        outputTokens: usage.completion_tokens,
        estimated: false,
      };
    received.reason = choice?.finish_reason ?? received.reason;
    const text = choice?.delta?.content ?? choice?.delta?.refusal ?? '';
    received.bytes += Buffer.byteLength(text) + received.calls.add(choice?.delta?.tool_calls ?? []);
    if (text !== '') yield { type: 'text', delta: text.slice(0, MAX_STREAM_BYTES) };
    received.isCut = received.bytes > MAX_STREAM_BYTES;
    if (received.isCut) return;
  }
  if (received.reason === null) throw new AppError('model_malformed');
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
          ? {
              tools: request.tools.map((tool) => ({ type: 'function' as const, function: tool })),
              parallel_tool_calls: true,
            }
          : {}),
      },
      { signal: request.signal },
    );
  } catch (error) {
    request.signal.throwIfAborted();
    // The client's errors quote the request; only their class goes on.
    throw new AppError('model_unavailable', {
      cause: { name: error instanceof Error ? error.name : 'unknown', code: 'provider' },
    });
  }
}

function toWire(message: ModelMessage): OpenAI.ChatCompletionMessageParam {
  if (message.role === 'tool')
    return { role: 'tool', content: message.content, tool_call_id: message.toolCallId };
  if (message.role !== 'assistant') return { role: message.role, content: message.content };
  if (!message.toolCalls?.length) return { role: 'assistant', content: message.content };
  return {
    role: 'assistant',
    content: message.content,
    tool_calls: message.toolCalls.map((call) => ({
      id: call.id,
      type: 'function',
      function: { name: call.name, arguments: call.argumentsJson },
    })),
  };
}

function finishOf(reason: string | null, hasCalls: boolean): ModelFinish {
  if (hasCalls) return 'tool_calls';
  return reason === 'length' || reason === null ? 'length' : 'stop';
}
