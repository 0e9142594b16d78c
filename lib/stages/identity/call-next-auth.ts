import 'server-only';
import nextAuth, { type NextAuthOptions } from 'next-auth';
import { PRIVATE_HEADERS } from '#lib/kernel/http.ts';

/** A request in next-auth's terms. `origin` is one of ours, already checked. */
export type AuthCall = {
  readonly method: string;
  /** Path below /api/auth, such as `['callback', 'credentials']`. */
  readonly segments: readonly string[];
  readonly query: Record<string, string>;
  readonly body: Record<string, string>;
  readonly cookies: Record<string, string>;
  readonly origin: string;
};

/** next-auth's handler for Next's older API routes: the only one that takes its request and response as arguments. */
type Handler = (request: object, response: Recorder) => Promise<void>;
type Recorder = ReturnType<typeof recorder>['response'];

/**
 * Runs next-auth on plain values. It takes its own address from `x-forwarded-*`, which here hold the checked origin and
 * never what a client sent; that needs AUTH_TRUST_HOST=1 and no NEXTAUTH_URL in the process's environment.
 */
export async function callNextAuth(call: AuthCall, options: NextAuthOptions): Promise<Response> {
  const { host, protocol } = new URL(call.origin);
  const request = {
    method: call.method,
    query: { ...call.query, nextauth: call.segments },
    body: call.body,
    cookies: call.cookies,
    headers: { host, 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) },
  };
  const { response, result } = recorder();
  const handler: Handler = unwrapped(nextAuth)(options);
  await handler(request, response);
  return result();
}

/** Node hands an ES module the whole CommonJS exports as `default`; bundlers differ. */
function unwrapped<T extends object>(imported: T | { default: T }): T {
  return 'default' in imported ? imported.default : imported;
}

/** The few methods of a Node response that next-auth calls, kept as one `Response`. */
function recorder() {
  const headers = new Headers(PRIVATE_HEADERS);
  let status = 200;
  let body: string | null = null;
  const response = {
    status(code: number) {
      status = code;
      return response;
    },
    getHeader: (name: string) =>
      name.toLowerCase() === 'set-cookie' ? headers.getSetCookie() : headers.get(name),
    setHeader(name: string, value: string | string[]) {
      headers.delete(name);
      for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one);
      return response;
    },
    json(value: unknown) {
      headers.set('Content-Type', 'application/json');
      body = JSON.stringify(value);
    },
    send(value: unknown) {
      if (typeof value === 'string' || value === undefined) body = value ?? null;
      else response.json(value);
    },
    end: () => undefined,
  };
  return { response, result: () => new Response(body, { status, headers }) };
}
