import 'server-only';
import { Agent, fetch as undiciFetch } from 'undici';
import { CALL_MS, CONNECT_MS, MAX_WIRE_BYTES } from '../policy.ts';
import { retryAfterMs } from './retry-after.ts';

/** PEM texts for a connection on which both sides show who they are. */
export type TlsFiles = { cert?: string; key?: string; ca?: string };

/**
 * The only way out of this room: a fetch that reaches one origin and no other, follows no redirect, and stops reading at a cap. An
 * answer that is an error is thrown as its status: such bodies quote requests, and nobody reads them.
 * What the origin's name resolves to is the resolver's to say: a name that is made to point elsewhere is not noticed without TLS.
 */
export function providerFetch(baseUrl: string, tls: TlsFiles = {}) {
  const { origin } = new URL(baseUrl);
  const dispatcher = new Agent({
    connect: { timeout: CONNECT_MS, ...tls },
    // The phases after it have clocks of their own; these only make sure that nothing is left behind.
    headersTimeout: CALL_MS,
    bodyTimeout: CALL_MS,
    maxResponseSize: MAX_WIRE_BYTES,
  });
  return async (input: string | URL | Request, init: RequestInit = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== origin) throw new EgressError();
    const answer: unknown = await undiciFetch(url, {
      method: init.method ?? 'GET',
      headers: [...new Headers(init.headers)],
      body: typeof init.body === 'string' ? init.body : null,
      signal: init.signal ?? null,
      redirect: 'error',
      dispatcher,
    });
    if (!isResponse(answer)) throw new TypeError('The connection answered with something else.');
    if (answer.ok) return answer;
    void answer.body?.cancel().catch(() => undefined);
    throw new StatusError(answer.status, retryAfterMs(answer.headers, Date.now()));
  };
}

/** The package's Response is the platform's in all but a detail of its type. */
function isResponse(value: unknown): value is Response {
  return (
    typeof value === 'object' && value !== null && 'ok' in value && 'body' in value && 'headers' in value
  );
}

/** Somebody asked for another machine than the provider's. */
export class EgressError extends Error {
  constructor() {
    super('Only the configured provider may be asked.');
    this.name = 'EgressError';
  }
}

/** The provider answered, and not with a stream. */
export class StatusError extends Error {
  readonly status: number;
  /** How long it asks to be left alone; null where it says nothing usable. */
  readonly retryAfterMs: number | null;

  constructor(status: number, askedMs: number | null) {
    super(`The provider answered with status ${status}.`);
    this.name = 'StatusError';
    this.status = status;
    this.retryAfterMs = askedMs;
  }
}
