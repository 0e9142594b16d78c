import 'server-only';
import { PRIVATE_HEADERS } from './http.ts';

/** One server-sent event. JSON holds no raw newline, so the data is always one line. */
export type WireEvent = { event: string; data: unknown };

/**
 * A pull-driven `text/event-stream`: nothing is produced that nobody reads, but for the first event, which starts the
 * generator. When the reader leaves, `left` aborts first (so that pending awaits end), then the generator's `return` is
 * awaited (so that its `finally` has run); the same when `left` aborts for a reader who never began, and for one who still
 * has not read everything after `mostMs`: what waits to be read knows no deadline of its own.
 */
export function eventStream(
  events: AsyncGenerator<WireEvent>,
  left: AbortController,
  { headers = {}, mostMs }: { headers?: Record<string, string>; mostMs: number },
): Response {
  const encoder = new TextEncoder();
  const tooLate = setTimeout(() => left.abort(), mostMs);
  tooLate.unref();
  const send = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    const next = await events.next();
    if (next.done) {
      clearTimeout(tooLate);
      return controller.close();
    }
    controller.enqueue(
      encoder.encode(`event: ${next.value.event}\ndata: ${JSON.stringify(next.value.data)}\n\n`),
    );
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start: send,
      pull: send,
      async cancel() {
        clearTimeout(tooLate);
        left.abort();
        await events.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
  // After `start`: a generator that was never started has no `finally` to run.
  const end = () => void events.return(undefined).catch(() => undefined);
  if (left.signal.aborted) end();
  left.signal.addEventListener('abort', end, { once: true });
  return new Response(body, {
    headers: {
      ...PRIVATE_HEADERS,
      ...headers,
      'Content-Type': 'text/event-stream; charset=utf-8',
      'X-Accel-Buffering': 'no',
    },
  });
}
