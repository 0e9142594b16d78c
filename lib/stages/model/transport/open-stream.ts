import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import type OpenAI from 'openai';
import { monotonicMs } from '#lib/kernel/clock.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { SentCallDto } from '#lib/contract/sent.ts';
import type { Family } from '../families/family.ts';
import type { KeyRing, TakenKey } from '../keys/key-ring.ts';
import { CALL_MS } from '../policy.ts';
import type { ProviderNews } from '../provider-news.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import { classifyFailure, type Failure } from './classify-failure.ts';
import { planRetry } from './plan-retry.ts';

/** One provider, as its calls share it. */
export type Provider = {
  readonly client: OpenAI;
  readonly family: Family;
  readonly keys: KeyRing;
  readonly breaker: CircuitBreaker;
  readonly news: ProviderNews;
  readonly host: string;
  readonly isSecond: boolean;
  readonly apiVersion: string;
  readonly firstByteMs: number;
};

/**
 * One call: `signal` ends it. `isOut`: a request left whose outcome nobody knows, so that it may have to be paid. `isTold`: what it says
 * is written down.
 */
export type Call = {
  readonly body: OpenAI.ChatCompletionCreateParamsStreaming;
  readonly signal: AbortSignal;
  readonly onSent: ((sent: SentCallDto) => void) | undefined;
  isOut: boolean;
  isTold: boolean;
};

/** `leftMs`: what is left of the time to the first byte. */
export type Opened = {
  readonly chunks: AsyncIterable<unknown>;
  readonly key: TakenKey;
  readonly leftMs: number;
};

/**
 * Asks until the provider begins to answer. Tries again only what was certainly not carried out, and with the next key where
 * one is refused. Whoever gets a stream tells the breaker how it went on.
 * @throws AppError `model_unavailable`, whose cause holds a code and never what was sent; the signal's reason when aborted
 */
export async function openStream(provider: Provider, call: Call): Promise<Opened> {
  if (!provider.breaker.mayCall()) throw unavailable('not_asked');
  let isNoted = false;
  try {
    for (let tries = 1; ;) {
      const key = provider.keys.take();
      if (!key) throw unavailable('no_key');
      const answer = await tryOnce(provider, call, key);
      if (answer.failure === null) return { ...answer, key };
      if (isRefusal(answer.failure) && key.refused()) continue;
      const waitMs = planRetry(answer.failure, tries);
      if (waitMs === null) {
        note(provider, answer.failure);
        isNoted = true;
        throw unavailable(codeOf(answer.failure));
      }
      await wait(waitMs, undefined, { signal: call.signal }).catch(() => call.signal.throwIfAborted());
      tries += 1;
    }
  } catch (error) {
    if (!isNoted) provider.breaker.left();
    throw error;
  }
}

type Tried = { failure: Failure } | { failure: null; chunks: AsyncIterable<unknown>; leftMs: number };

async function tryOnce(provider: Provider, call: Call, key: TakenKey): Promise<Tried> {
  const late = new AbortController();
  const lateAtMs = monotonicMs() + provider.firstByteMs;
  const timer = setTimeout(() => late.abort(), provider.firstByteMs);
  call.isOut = true;
  tell(provider, call);
  try {
    const chunks = await provider.client.chat.completions.create(call.body, {
      headers: headersFor(provider.family, key.secret),
      signal: AbortSignal.any([call.signal, key.signal, late.signal]),
      timeout: CALL_MS,
      ...(provider.apiVersion === '' ? {} : { query: { 'api-version': provider.apiVersion } }),
    });
    key.accepted();
    return { failure: null, chunks, leftMs: Math.max(1, lateAtMs - monotonicMs()) };
  } catch (error) {
    call.signal.throwIfAborted();
    key.signal.throwIfAborted();
    const failure = late.signal.aborted ? { kind: 'lost' as const, code: 'late' } : classifyFailure(error);
    call.isOut = failure.kind === 'lost';
    return { failure };
  } finally {
    clearTimeout(timer);
  }
}

/** The client sends a body as JSON writes it: a test compares what arrived with this. */
function tell({ family, host, isSecond }: Provider, call: Call): void {
  if (call.isTold) return;
  call.isTold = true;
  const { model } = call.body;
  call.onSent?.({ provider: family.name, host, model, isSecond, body: JSON.stringify(call.body) });
}

/** The key travels here and nowhere else: the client itself knows none. */
function headersFor(family: Family, secret: string): Record<string, string | null> {
  return family.auth === 'api-key'
    ? { authorization: null, 'api-key': secret }
    : { authorization: `Bearer ${secret}` };
}

function isRefusal(failure: Failure): boolean {
  return failure.kind === 'status' && failure.status === 401;
}

/** What the call says about the provider: one that refuses something is there, and one that errs or is silent is not. */
function note({ breaker, news }: Provider, failure: Failure): void {
  if (failure.kind === 'status' && failure.status < 500) breaker.answered();
  else if (breaker.failed()) news.raise({ kind: 'provider_not_answering', facts: { code: codeOf(failure) } });
}

function codeOf(failure: Failure): string {
  if (failure.kind === 'status') return `status_${failure.status}`;
  return failure.kind === 'unsent' ? `unsent_${failure.code}` : failure.code;
}

function unavailable(code: string): AppError {
  return new AppError('model_unavailable', { cause: { name: 'ProviderError', code } });
}
