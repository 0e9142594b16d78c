import 'server-only';
import { AppError } from '#lib/kernel/errors.ts';
import type { ModelEvent, ModelFinish, ModelUsage } from '#lib/kernel/model-port.ts';
import { chunkSchema, type UsageReport } from './chunk-schema.ts';
import { createCallCollector } from './collect-calls.ts';
import { MAX_REPORTED_TOKENS, MAX_STREAM_BYTES } from './policy.ts';

/** What came of a stream so far. */
export type Received = {
  usage: ModelUsage | null;
  /** Usage was reported that can't be. */
  isAbsurd: boolean;
  reason: string | null;
  bytes: number;
  /** More came than is read of one answer. */
  isCut: boolean;
  calls: ReturnType<typeof createCallCollector>;
};

export function nothingReceived(): Received {
  return { usage: null, isAbsurd: false, reason: null, bytes: 0, isCut: false, calls: createCallCollector() };
}

/**
 * Yields text as it comes and keeps the rest in `received`. Thoughts are counted and not shown.
 * @throws AppError `model_malformed` where the stream stops in the middle or is of another shape, `model_unavailable` where the
 *   provider says in its midst that it failed
 */
export async function* readChunks(
  chunks: AsyncIterable<unknown>,
  received: Received,
): AsyncGenerator<ModelEvent> {
  for await (const raw of chunks) {
    const parsed = chunkSchema.safeParse(raw);
    if (!parsed.success) throw new AppError('model_malformed');
    const choice = parsed.data.choices?.[0];
    const delta = choice?.delta;
    received.reason = choice?.finish_reason ?? received.reason;
    const text = delta?.content || delta?.refusal || '';
    const thoughts = delta?.reasoning_content ?? delta?.reasoning ?? '';
    received.bytes += Buffer.byteLength(text) + Buffer.byteLength(thoughts);
    received.bytes += received.calls.add(delta?.tool_calls ?? []);
    received.isAbsurd ||= isAbsurd(parsed.data.usage);
    received.usage = usageOf(parsed.data.usage, received.bytes) ?? received.usage;
    if (text !== '') yield { type: 'text', delta: text.slice(0, MAX_STREAM_BYTES) };
    received.isCut = received.bytes > MAX_STREAM_BYTES;
    if (received.isCut) return;
  }
  if (received.reason === null) throw new AppError('model_malformed');
  if (received.reason === 'error') throw new AppError('model_unavailable');
}

/** A report that counts nothing where something came is none: some send zeros with every chunk. The last one counts. */
function usageOf(report: UsageReport | null | undefined, bytes: number): ModelUsage | null {
  const { prompt_tokens: inputTokens, completion_tokens: outputTokens } = report ?? {};
  if (
    isAbsurd(report) ||
    !inputTokens ||
    typeof outputTokens !== 'number' ||
    (outputTokens === 0 && bytes > 0)
  )
    return null;
  const cachedTokens = report?.prompt_tokens_details?.cached_tokens ?? 0;
  return { inputTokens, ...(cachedTokens > 0 ? { cachedTokens } : {}), outputTokens, estimated: false };
}

/** Below nothing, no whole number, or more than any model takes: then the bound by bytes stands. More cached than sent too. */
function isAbsurd(report: UsageReport | null | undefined): boolean {
  const { prompt_tokens: input, completion_tokens: output, prompt_tokens_details: details } = report ?? {};
  const counts = [input, output, details?.cached_tokens].map((count) => count ?? 0);
  return (
    counts.some((count) => !Number.isSafeInteger(count) || count < 0 || count > MAX_REPORTED_TOKENS) ||
    (details?.cached_tokens ?? 0) > (input ?? 0)
  );
}

/** Names by which providers say that an answer was cut at its length. */
const CUT: readonly string[] = [
  'length',
  'max_tokens',
  'MAX_TOKENS',
  'model_length',
  'model_context_window_exceeded',
];

export function finishOf({ reason, isCut }: Received, hasCalls: boolean): ModelFinish {
  if (isCut) return 'length';
  if (hasCalls) return 'tool_calls';
  return reason === null || CUT.includes(reason) ? 'length' : 'stop';
}
