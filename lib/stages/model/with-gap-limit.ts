import 'server-only';
import { AppError } from '#lib/kernel/errors.ts';
import { BETWEEN_CHUNKS_MS } from './policy.ts';
import { isTooMuch } from './transport/classify-failure.ts';

/**
 * Passes a provider's chunks on and gives up when none comes for too long (`firstMs` for the first), when the signal aborts, or when the stream
 * breaks. The upstream connection is closed in every case.
 */
export async function* withGapLimit<T>(
  source: AsyncIterable<T>,
  signal: AbortSignal,
  firstMs: number,
): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  let limitMs = firstMs;
  try {
    for (;;) {
      const next = await raceGap(iterator.next(), limitMs, signal);
      if (next.done) return;
      limitMs = BETWEEN_CHUNKS_MS;
      yield next.value;
    }
  } finally {
    // Not awaited: a provider that hangs would hang here too. The abort below it frees the socket.
    void iterator.return?.()?.catch(() => undefined);
  }
}

async function raceGap<T>(
  next: Promise<IteratorResult<T>>,
  limitMs: number,
  signal: AbortSignal,
): Promise<IteratorResult<T>> {
  const { promise: interrupted, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason);
  const timer = setTimeout(() => reject(new AppError('model_unavailable')), limitMs);
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  try {
    return await Promise.race([next, interrupted]);
  } catch (error) {
    // The client may report an abort in its own words; the turn wants the signal's.
    signal.throwIfAborted();
    if (error instanceof AppError) throw error;
    const isMalformed = error instanceof SyntaxError || isTooMuch(error);
    throw new AppError(isMalformed ? 'model_malformed' : 'model_unavailable');
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    next.catch(() => undefined);
    interrupted.catch(() => undefined);
  }
}
