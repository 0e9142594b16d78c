import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { roleSchema } from '#lib/contract/roles.ts';
import { env } from '#lib/kernel/env.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Account } from './find-account.ts';
import { SESSION_COOKIE, SESSION_MAX_AGE_S } from './policy.ts';

/** What a session's token says. Only the database knows whether it still holds. */
export const sessionSchema = z.object({
  personId: z.uuid(),
  tenantId: z.uuid(),
  role: roleSchema,
  sessionVersion: z.int().positive(),
  sessionId: z.uuid(),
});
export type Session = z.infer<typeof sessionSchema>;
/** With the times of its token, in seconds since 1970. */
export type DecodedSession = Session & { readonly signedInAtS: number; readonly expiresAtS: number };

const tokenSchema = sessionSchema.extend({ iat: z.int(), exp: z.int() });

/** A session of its own for each sign-in: the id is never reused. */
export function newSession(account: Account): Session {
  const { personId, homeTenantId, role } = account.viewer;
  return {
    personId,
    tenantId: homeTenantId,
    role,
    sessionVersion: account.sessionVersion,
    sessionId: newId(),
  };
}

/** The cookie's value: encrypted with A256GCM under a key derived from SESSION_SECRET. Fixtures make sessions with it. */
export async function encodeSession(session: Session): Promise<string> {
  return encode({ token: session, secret: env().SESSION_SECRET, maxAge: SESSION_MAX_AGE_S });
}

/** What the cookie's value says, or null: forged, altered, run out, not ours, of another shape. */
export async function decodeSession(token: string | undefined): Promise<DecodedSession | null> {
  if (!token) return null;
  const payload: unknown = await decode({ token, secret: env().SESSION_SECRET }).catch(() => null);
  const parsed = tokenSchema.safeParse(payload);
  if (!parsed.success) return null;
  const { iat, exp, ...session } = parsed.data;
  if (exp - iat > SESSION_MAX_AGE_S) return null;
  return { ...session, signedInAtS: iat, expiresAtS: exp };
}

/** Pinned where the public URL's scheme allows it; a public one is always https. */
export function sessionCookieName(): string {
  const { PUBLIC_URL, SESSION_COOKIE: chosen } = env();
  return `${PUBLIC_URL.startsWith('https:') ? SESSION_COOKIE.httpsPrefix : ''}${chosen || SESSION_COOKIE.name}`;
}
