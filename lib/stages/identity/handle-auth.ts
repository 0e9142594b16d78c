import 'server-only';
import { randomUUID } from 'node:crypto';
import { ERROR_TABLE } from '#lib/contract/errors.ts';
import type { AppError } from '#lib/kernel/errors.ts';
import { PRIVATE_HEADERS } from '#lib/kernel/http.ts';
import type { AuthFlows } from './auth-flows.ts';
import { authOptions, type AuthOutcome } from './auth-options.ts';
import { type AuthCall, callNextAuth } from './call-next-auth.ts';
import { clientAddress } from './client-address.ts';
import { SIGN_IN_PAGE } from './policy.ts';
import { readAuthCall } from './read-auth-call.ts';
import { type DecodedSession, decodeSession, sessionCookieName } from './session-token.ts';
import { verifySession } from './verify-session.ts';

/** Answers `/api/auth/*`. Throws `AppError` for what never reaches next-auth. */
export async function handleAuth(request: Request, flows: AuthFlows): Promise<Response> {
  const call = await readAuthCall(request);
  const previous = await decodeSession(call.cookies[sessionCookieName()]);
  if (call.segments[0] === 'session') return sessionResponse(previous);

  const requestId = randomUUID();
  const outcome: AuthOutcome = { session: null, refusal: null, signedOut: false };
  const options = authOptions(flows, { address: clientAddress(request.headers), requestId }, outcome);
  const response = await callNextAuth(call, options);

  // A wrong password is next-auth's own answer; waiting and outages are ours.
  if (outcome.refusal && outcome.refusal.code !== 'sign_in_failed')
    return refusal(call, outcome.refusal, requestId);
  // Whoever signs in anew leaves the session they came with, and a copy of its cookie is worth nothing.
  if (previous && (outcome.signedOut || outcome.session)) await flows.signOut(previous, requestId);
  return response;
}

/** What next-auth's client asks for. Read only: it neither extends the session nor says more than the page does. */
async function sessionResponse(session: DecodedSession | null): Promise<Response> {
  const signedIn = session && (await verifySession(session));
  if (!signedIn) return Response.json({}, { headers: PRIVATE_HEADERS });
  const { viewer, profile } = signedIn;
  const body = {
    user: { name: profile.label, email: profile.email, role: viewer.role },
    expires: new Date(session.expiresAtS * 1_000).toISOString(),
  };
  return Response.json(body, { headers: PRIVATE_HEADERS });
}

/** For next-auth's client: an address with the code in it, beside the contract's body. For a plain form: the page itself. */
function refusal(call: AuthCall, error: AppError, requestId: string): Response {
  const { status, sentence } = ERROR_TABLE[error.code];
  const waitS = Math.max(1, Math.ceil(error.retryAfterS ?? 1));
  const page = new URL(SIGN_IN_PAGE, call.origin);
  page.searchParams.set('error', error.code === 'rate_limited' ? 'Throttled' : 'Busy');
  page.searchParams.set('retryAfterS', String(waitS));
  const headers = { ...PRIVATE_HEADERS, 'Retry-After': String(waitS) };
  if (call.body['json'] !== 'true')
    return new Response(null, { status: 303, headers: { ...headers, Location: page.href } });
  return Response.json(
    { url: page.href, error: { code: error.code, message: sentence, requestId } },
    { status, headers },
  );
}
