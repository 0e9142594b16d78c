import 'server-only';
import { PRIVATE_HEADERS } from './http.ts';

/** One server-sent event. JSON holds no raw newline, so the data is always one line. */
export type WireEvent = { event: string; data: unknown };

/** Events that may leave in one piece. */
export const MOST_AT_ONCE = 16;

/**
 * A pull-driven `text/event-stream`: nothing is produced that nobody reads, but for the first piece, which starts the
 * generator, and the event after a piece. What is there at once leaves in one piece: each costs a write to the socket. When the reader leaves, `left` aborts first (so that pending awaits end), then the generator's `return` is
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
  const take = piecesOf(events);
  const send = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    const { text, isLast } = await take();
    if (text !== '') controller.enqueue(encoder.encode(text));
    if (!isLast) return;
    clearTimeout(tooLate);
    controller.close();
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

/** Takes the next event, and with it those that come without waiting for anything. Throws what the source throws, after what came before it. */
function piecesOf(events: AsyncGenerator<WireEvent>): () => Promise<{ text: string; isLast: boolean }> {
  let coming: Promise<IteratorResult<WireEvent>> | undefined;
  return async () => {
    let next: IteratorResult<WireEvent> | null = await (coming ?? events.next());
    let text = '';
    for (let count = 1; next !== null; count += 1) {
      coming = undefined;
      if (next.done) return { text, isLast: true };
      text += `event: ${next.value.event}\ndata: ${JSON.stringify(next.value.data)}\n\n`;
      if (count === MOST_AT_ONCE) break;
      coming = events.next();
      next = await atOnce(coming);
    }
    return { text, isLast: false };
  };
}

/** What is there by the time the event loop comes round; null where it is not, or is an error. */
function atOnce<T>(coming: Promise<T>): Promise<T | null> {
  const later = new Promise<null>((resolve) => setImmediate(() => resolve(null)));
  return Promise.race([coming.catch(() => null), later]);
}
