import 'server-only';
import { cookies } from 'next/headers';
import { type DecodedSession, decodeSession, sessionCookieName } from './session-token.ts';

export type { Session } from './session-token.ts';

/**
 * What this request's cookie says, or null. It does not ask the database whether the session still holds: only for callers
 * whose own statement does, such as opening a turn. Everyone else calls `requireViewer`.
 */
export async function readSession(): Promise<DecodedSession | null> {
  return decodeSession((await cookies()).get(sessionCookieName())?.value);
}
