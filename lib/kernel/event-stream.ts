import 'server-only';
import { PRIVATE_HEADERS } from './http.ts';

/** One server-sent event. JSON holds no raw newline, so the data is always one line. */
export type WireEvent = { event: string; data: unknown };

/**
 * A pull-driven `text/event-stream`: nothing is produced that nobody reads. When the reader leaves, `onLeave` runs first
 * (so that pending awaits end), then the generator's `return` is awaited (so that its `finally` has run).
 */
export function eventStream(events: AsyncGenerator<WireEvent>, onLeave: () => void, headers: Record<string, string> = {}): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await events.next();
        if (next.done) return controller.close();
        controller.enqueue(encoder.encode(`event: ${next.value.event}\ndata: ${JSON.stringify(next.value.data)}\n\n`));
      },
      async cancel() {
        onLeave();
        await events.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: { ...PRIVATE_HEADERS, ...headers, 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' },
  });
}
