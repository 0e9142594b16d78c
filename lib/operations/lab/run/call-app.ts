import 'server-only';
import { encodeSession, sessionCookieName } from '#lib/stages/identity/session-token.ts';
import type { LabRequest } from './house.ts';

/** Longest that one of our own routes may take, in milliseconds. */
const MOST_MS = 30_000;

/** One request to the application over a real socket, with the cookie that this person's browser would send. */
export async function callApp(
  url: string,
  { as, method, path, headers, body }: LabRequest,
): Promise<Response> {
  const cookie: Record<string, string> = as
    ? { cookie: `${sessionCookieName()}=${await encodeSession(as.session)}` }
    : {};
  return fetch(`${url}${path}`, {
    method,
    headers: { ...headers, ...cookie },
    redirect: 'manual',
    signal: AbortSignal.timeout(MOST_MS),
    ...(body === undefined ? {} : { body }),
  });
}
