import 'server-only';
import OpenAI from 'openai';
import { AppError } from '#lib/kernel/errors.ts';
import type { ModelEvent, ModelPort, ModelRequest } from '#lib/kernel/model-port.ts';
import { boundUsage } from './bound-usage.ts';
import { FAMILIES, type FamilyId } from './families/table.ts';
import type { KeyRing } from './keys/key-ring.ts';
import { CALL_MS } from './policy.ts';
import type { ProviderNews, ProviderOrder } from './provider-news.ts';
import { finishOf, nothingReceived, readChunks } from './read-chunks.ts';
import { composeBody } from './request/compose-body.ts';
import { createCircuitBreaker } from './transport/circuit-breaker.ts';
import { type Call, openStream, type Provider } from './transport/open-stream.ts';
import { providerFetch, type TlsFiles } from './transport/provider-fetch.ts';
import { withGapLimit } from './with-gap-limit.ts';

export type ModelSettings = {
  baseUrl: string;
  family: FamilyId;
  keys: KeyRing;
  model: string;
  scripted: boolean;
  /** How long the provider may take to its first byte, in milliseconds. */
  firstByteMs: number;
  /** `api-version` of Azure's dated addresses. */
  apiVersion?: string;
  tls?: TlsFiles;
  news?: ProviderNews;
  order?: ProviderOrder;
};

/** Any provider that speaks Chat Completions, through the official client. Retries never happen after the first byte. */
export function openaiModel(settings: ModelSettings): ModelPort {
  const provider: Provider = {
    client: new OpenAI({
      // The client insists on a key; the real one is put on by `openStream`, one try at a time.
      apiKey: 'none',
      adminAPIKey: null,
      organization: null,
      project: null,
      baseURL: settings.baseUrl,
      maxRetries: 0,
      logLevel: 'off',
      fetch: providerFetch(settings.baseUrl, settings.tls),
    }),
    family: FAMILIES[settings.family],
    keys: settings.keys,
    breaker: createCircuitBreaker(),
    news: settings.news ?? { raise: () => undefined, works: () => undefined },
    host: new URL(settings.baseUrl).host,
    isSecond: settings.order === 'second',
    apiVersion: settings.apiVersion ?? '',
    firstByteMs: settings.firstByteMs,
  };
  return {
    name: settings.model,
    scripted: settings.scripted,
    stream: (request) => streamAnswer(provider, settings.model, request),
  };
}

async function* streamAnswer(
  provider: Provider,
  model: string,
  request: ModelRequest,
): AsyncGenerator<ModelEvent> {
  const upstream = new AbortController();
  // One clock over all tries and the whole stream; its reason is the turn's error.
  const clock = setTimeout(() => upstream.abort(new AppError('model_unavailable')), CALL_MS);
  const signal = AbortSignal.any([request.signal, upstream.signal]);
  const call: Call = {
    body: composeBody(provider.family, model, request),
    signal,
    onSent: request.onSent,
    isOut: false,
    isTold: false,
  };
  const received = nothingReceived();
  let isFinished = false;
  try {
    const { chunks, key, leftMs } = await openStream(provider, call);
    const live = AbortSignal.any([signal, key.signal]);
    const heard = reported(withGapLimit(chunks, live, leftMs), provider, live);
    yield* readChunks(heard, received);
    // What was cut off in the middle is no call.
    const calls = received.isCut ? [] : received.calls.finish();
    const usage = received.usage ?? boundUsage(request, received.bytes);
    for (const one of calls) yield { type: 'tool_call', call: one };
    isFinished = true;
    yield { type: 'finish', reason: finishOf(received, calls.length > 0), usage, model };
  } finally {
    clearTimeout(clock);
    // Whichever way this ends, nobody waits for the rest: the provider is told so, and what it cost is not forgotten.
    upstream.abort();
    if (received.isAbsurd)
      provider.news.raise({ kind: 'provider_usage_absurd', facts: { code: 'impossible' } });
    if (!isFinished && call.isOut)
      request.onBroken?.(received.usage ?? boundUsage(request, received.bytes), model);
  }
}

/** Passes chunks on, and tells the breaker: the first one says that the provider is there, a break before it that it is not. */
async function* reported<T>(
  chunks: AsyncIterable<T>,
  { breaker, news, keys }: Provider,
  signal: AbortSignal,
): AsyncGenerator<T> {
  let isAnswered = false;
  let isBroken = false;
  try {
    for await (const chunk of chunks) {
      if (!isAnswered) {
        breaker.answered();
        news.works(keys.refusedCount());
      }
      isAnswered = true;
      yield chunk;
    }
  } catch (error) {
    isBroken = !isAnswered && !signal.aborted;
    throw error;
  } finally {
    if (isBroken && breaker.failed())
      news.raise({ kind: 'provider_not_answering', facts: { code: 'broken' } });
    else if (!isAnswered) breaker.left();
  }
}
