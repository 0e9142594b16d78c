import 'server-only';
import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Completion, tokensOf } from './complete.ts';
import type { ChatRequest } from './parse-request.ts';
import { DEMO_MODEL_ID, ERRORS, type WireErrorCode } from './policy.ts';

type Delta = Record<string, unknown>;

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}

export function sendError(response: ServerResponse, code: WireErrorCode): void {
  const { status, type, message } = ERRORS[code];
  sendJson(response, status, { error: { message, type, param: null, code: ERRORS[code].code } });
}

/** The whole answer as one `chat.completion` object. */
export function sendWhole(response: ServerResponse, completion: Completion): void {
  const text = [...completion.pieces()].join('');
  const calls = completion.calls.map((call) => ({
    id: call.id,
    type: 'function',
    function: { name: call.name, arguments: call.args },
  }));
  const used = usage(completion, outputOf(text, completion));
  const message = {
    role: 'assistant',
    content: calls.length > 0 && text === '' ? null : text,
    refusal: null,
    ...(calls.length > 0 ? { tool_calls: calls } : {}),
  };
  sendJson(response, 200, {
    id: completion.id,
    object: 'chat.completion',
    created: now(),
    model: DEMO_MODEL_ID,
    choices: [
      { index: 0, message, logprobs: null, finish_reason: completion.finish(used.completion_tokens) },
    ],
    usage: used,
  });
}

/** The answer as server-sent events, `paceMs` apart. Stops as soon as the client is gone. */
export async function sendStream(
  response: ServerResponse,
  completion: Completion,
  request: ChatRequest,
  paceMs: number,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  });
  const base = { id: completion.id, object: 'chat.completion.chunk', created: now(), model: DEMO_MODEL_ID };
  const emit = async (delta: Delta, reason: string | null = null) => {
    const more = response.write(
      `data: ${JSON.stringify({ ...base, choices: [{ index: 0, delta, logprobs: null, finish_reason: reason }] })}\n\n`,
    );
    if (!more) await drained(response, gone.signal);
    if (paceMs > 0) await wait(paceMs, undefined, { signal: gone.signal });
  };
  try {
    await emit({ role: 'assistant', content: completion.calls.length > 0 ? null : '' });
    const text = await emitText(completion, emit, gone.signal);
    if (completion.calls.length > 0) await emitCalls(completion, emit);
    const used = usage(completion, outputOf(text, completion));
    await emit({}, completion.finish(used.completion_tokens));
    if (request.includeUsage)
      response.write(`data: ${JSON.stringify({ ...base, choices: [], usage: used })}\n\n`);
    response.end('data: [DONE]\n\n');
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  }
}

async function emitText(
  completion: Completion,
  emit: (delta: Delta) => Promise<void>,
  signal: AbortSignal,
): Promise<string> {
  let text = '';
  let count = 0;
  for (const piece of completion.pieces()) {
    signal.throwIfAborted();
    text += piece;
    await emit({ content: piece });
    // Without a pace an endless answer would never let the connection's end be noticed.
    if ((count += 1) % 64 === 0) await wait(0);
  }
  return text;
}

/** Each call's name first, then its arguments in two parts: clients must join them. */
async function emitCalls(completion: Completion, emit: (delta: Delta) => Promise<void>): Promise<void> {
  for (const [index, call] of completion.calls.entries()) {
    const half = Math.ceil(call.args.length / 2);
    await emit({
      tool_calls: [{ index, id: call.id, type: 'function', function: { name: call.name, arguments: '' } }],
    });
    await emit({ tool_calls: [{ index, function: { arguments: call.args.slice(0, half) } }] });
    if (half < call.args.length)
      await emit({ tool_calls: [{ index, function: { arguments: call.args.slice(half) } }] });
  }
}

async function drained(response: ServerResponse, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    response.once('drain', resolve);
    signal.addEventListener('abort', () => reject(new Error('The client is gone.')), { once: true });
  });
}

function outputOf(text: string, completion: Completion): number {
  return Math.max(1, tokensOf(text + completion.calls.map((call) => call.name + call.args).join('')));
}

function usage(completion: Completion, completionTokens: number) {
  return {
    prompt_tokens: completion.promptTokens,
    completion_tokens: completionTokens,
    total_tokens: completion.promptTokens + completionTokens,
  };
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}
