import { CHAT_BODY_MAX_BYTES, chatRequestSchema } from '#lib/contract/chat.ts';
import { ERROR_TABLE } from '#lib/contract/errors.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { eventStream } from '#lib/kernel/event-stream.ts';
import { AppError, toAppError } from '#lib/kernel/errors.ts';
import { checkOrigin, readJson } from '#lib/kernel/http.ts';
import { readSession, type Session } from '#lib/stages/identity/read-session.ts';
import { verifySession } from '#lib/stages/identity/verify-session.ts';
import { READ_WITHIN_MS } from '#lib/stages/admission/policy.ts';
import { startKillSwitch } from '#lib/stages/admission/kill-switch.ts';
import { readWindow } from '#lib/stages/admission/read-window.ts';
import { LIMIT_HEADERS } from '#lib/stages/admission/turn-answer.ts';
import { auditedRoute, refuseMethods } from '../audit-refusals.ts';
import { startTurn } from '#lib/turn.ts';

/** When to come back where nothing says when there will be room. */
const COME_BACK_S = 5;

const refused = refuseMethods('chat', 'POST');
export const GET = saysLimits(refused.GET);
export const PUT = saysLimits(refused.PUT);
export const PATCH = saysLimits(refused.PATCH);
export const DELETE = saysLimits(refused.DELETE);

/** One message in, a stream of typed events out. The only way to a model. */
export const POST = saysLimits(
  auditedRoute('chat', async (request, _context, requestId) => {
    checkOrigin(request);
    const session = await readSession();
    if (!session) throw new AppError('no_session');
    const left = new AbortController();
    try {
      const body = await readJson(request, chatRequestSchema, CHAT_BODY_MAX_BYTES);
      await startKillSwitch();
      request.signal.addEventListener('abort', () => left.abort(), { once: true });
      // They may have left while the body was read: that event is over.
      if (request.signal.aborted) left.abort();
      const turn = await startTurn({ session, body, requestId, left: left.signal });
      return eventStream(turn.events, left, { headers: turn.headers, mostMs: READ_WITHIN_MS });
    } catch (error) {
      throw await refusalFor(session, error);
    }
  }),
);

/**
 * The refusal as its reader gets it: how many turns are left and when to come back stand on every one. Whoever was signed out meanwhile
 * learns that, and nothing about what they asked for.
 */
async function refusalFor(session: Session, error: unknown): Promise<unknown> {
  const signedIn = await verifySession(session);
  if (!signedIn) return new AppError('no_session');
  const { viewer } = signedIn;
  const app = toAppError(error);
  // What nobody expected goes as it is: what it was is for the log and the entry.
  if (app.code === 'internal') return error;
  const isKnown = 'RateLimit-Remaining' in app.headers;
  // A database that is away is what the refusal is about already.
  const window = isKnown ? {} : await withViewer(viewer, (tx) => readWindow(viewer, tx)).catch(() => ({}));
  const { status } = ERROR_TABLE[app.code];
  const retryAfterS = app.retryAfterS ?? (status === 503 || status === 429 ? COME_BACK_S : undefined);
  return new AppError(app.code, {
    cause: error,
    headers: { ...window, ...app.headers },
    ...(retryAfterS === undefined ? {} : { retryAfterS }),
  });
}

/** Every answer names the limit itself, also one to a stranger, whose turns nobody counts. */
function saysLimits<Context>(handler: (request: Request, context: Context) => Promise<Response>) {
  return async (request: Request, context: Context): Promise<Response> => {
    const response = await handler(request, context);
    for (const [name, value] of Object.entries(LIMIT_HEADERS))
      if (!response.headers.has(name)) response.headers.set(name, value);
    return response;
  };
}
