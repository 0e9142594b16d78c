import { CHAT_BODY_MAX_BYTES, chatRequestSchema } from '#lib/contract/chat.ts';
import { eventStream } from '#lib/kernel/event-stream.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { checkOrigin, readJson } from '#lib/kernel/http.ts';
import { readSession, type Session } from '#lib/stages/identity/read-session.ts';
import { verifySession } from '#lib/stages/identity/verify-session.ts';
import { READ_WITHIN_MS } from '#lib/stages/admission/policy.ts';
import { startKillSwitch } from '#lib/stages/admission/kill-switch.ts';
import { auditedRoute, refuseMethods } from '../audit-refusals.ts';
import { startTurn } from '#lib/turn.ts';

export const { GET, PUT, PATCH, DELETE } = refuseMethods('chat', 'POST');

/** One message in, a stream of typed events out. The only way to a model. */
export const POST = auditedRoute('chat', async (request, _context, requestId) => {
  checkOrigin(request);
  const session = await readSession();
  if (!session) throw new AppError('no_session');
  const body = await readJson(request, chatRequestSchema, CHAT_BODY_MAX_BYTES);
  await startKillSwitch();
  const left = new AbortController();
  request.signal.addEventListener('abort', () => left.abort(), { once: true });
  // They may have left while the body was read: that event is over.
  if (request.signal.aborted) left.abort();
  const turn = await startTurn({ session, body, requestId, left: left.signal }).catch((error: unknown) =>
    refuseFor(session, error),
  );
  return eventStream(turn.events, left, { headers: turn.headers, mostMs: READ_WITHIN_MS });
});

/** Whoever was signed out meanwhile learns that, and nothing about what they asked for. */
async function refuseFor(session: Session, error: unknown): Promise<never> {
  throw (await verifySession(session)) ? error : new AppError('no_session');
}
