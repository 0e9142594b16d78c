import 'server-only';
import { AppError } from '#lib/kernel/errors.ts';
import type { ModelEvent, ModelPort, ModelRequest } from '#lib/kernel/model-port.ts';
import { FALLBACK_CODES } from './policy.ts';

/**
 * Asks the second provider where the first certainly did not carry a call out, and only before its first event. Each has clocks, keys, an
 * origin and a breaker of its own. The flags decide about the second one's model too, before it is asked and with every event.
 * @param isAllowed whether privacy allows it: asked anew each time
 */
export function withFallback(first: ModelPort, second: ModelPort, isAllowed: () => boolean): ModelPort {
  return {
    name: first.name,
    scripted: false,
    stream: (request) => streamEither({ first, second, isAllowed }, request),
  };
}

type Both = { first: ModelPort; second: ModelPort; isAllowed: () => boolean };

async function* streamEither(
  { first, second, isAllowed }: Both,
  request: ModelRequest,
): AsyncGenerator<ModelEvent> {
  const mayAsk = () => request.mayAsk?.(second.name) ?? true;
  let isBegun = false;
  try {
    for await (const event of first.stream(request)) {
      isBegun = true;
      yield event;
    }
    return;
  } catch (error) {
    if (isBegun || request.signal.aborted || !isUncarried(error) || !isAllowed() || !mayAsk()) throw error;
  }
  for await (const event of second.stream(request)) {
    if (!mayAsk()) throw new AppError('paused');
    yield event;
  }
}

function isUncarried(error: unknown): boolean {
  if (!(error instanceof AppError) || error.code !== 'model_unavailable') return false;
  const { cause } = error;
  return (
    typeof cause === 'object' &&
    cause !== null &&
    'code' in cause &&
    typeof cause.code === 'string' &&
    FALLBACK_CODES.test(cause.code)
  );
}
