import 'server-only';
import { Agent, fetch as undiciFetch } from 'undici';
import { AppError } from '#lib/kernel/errors.ts';
import { CALL_MS, CONNECT_MS, MAX_WIRE_BYTES } from '../policy.ts';

/** PEM texts for a connection on which both sides show who they are. */
export type TlsFiles = { cert?: string; key?: string; ca?: string };
type FetchLike = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** What goes on of an answer's headers. */
const KEPT_HEADERS = ['content-type', 'retry-after', 'retry-after-ms'] as const;

/**
 * The only way out of this room: a fetch that reaches one origin and no other, follows no redirect, and stops reading at a cap. An
 * answer that is an error has no body: such bodies quote requests, and nobody reads them.
 * What the origin's name resolves to is the resolver's to say: a name that is made to point elsewhere is not noticed without TLS.
 */
export function providerFetch(baseUrl: string, tls: TlsFiles = {}): FetchLike {
  const { origin } = new URL(baseUrl);
  const dispatcher = new Agent({
    connect: { timeout: CONNECT_MS, ...tls },
    // The phases after it have clocks of their own; these only make sure that nothing is left behind.
    headersTimeout: CALL_MS,
    bodyTimeout: CALL_MS,
  });
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== origin) throw new EgressError();
    const answer = await undiciFetch(url, {
      method: init.method ?? 'GET',
      headers: [...new Headers(init.headers)],
      body: typeof init.body === 'string' ? init.body : null,
      signal: init.signal ?? null,
      redirect: 'error',
      dispatcher,
    });
    const headers = new Headers();
    for (const name of KEPT_HEADERS) {
      const value = answer.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    if (answer.ok && answer.body)
      return new Response(capped(answer.body.getReader()), { status: answer.status, headers });
    void answer.body?.cancel().catch(() => undefined);
    return new Response(null, { status: answer.status, headers });
  };
}

/** Somebody asked for another machine than the provider's. */
export class EgressError extends Error {
  constructor() {
    super('Only the configured provider may be asked.');
    this.name = 'EgressError';
  }
}

/** Passes bytes on as they are wanted, and fails at the cap. */
function capped(reader: { read(): Promise<{ done: boolean; value?: unknown }>; cancel(): Promise<void> }) {
  let bytes = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        if (!(value instanceof Uint8Array)) throw new AppError('model_malformed');
        bytes += value.byteLength;
        if (bytes > MAX_WIRE_BYTES) {
          void reader.cancel().catch(() => undefined);
          throw new AppError('model_malformed');
        }
        controller.enqueue(value);
      },
      cancel: () => reader.cancel(),
    },
    { highWaterMark: 0 },
  );
}
