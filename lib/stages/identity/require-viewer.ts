import 'server-only';
import { cache } from 'react';
import { AppError } from '#lib/kernel/errors.ts';
import { readSession } from './read-session.ts';
import { type SignedIn, verifySession } from './verify-session.ts';

// One look per rendered page, however many components ask. Route handlers are not cached: each call asks again.
const viewerOfRequest = cache(async (): Promise<SignedIn | null> => {
  const session = await readSession();
  return session && verifySession(session);
});

/** The signed-in person. Throws `no_session`. */
export async function requireViewer(): Promise<SignedIn> {
  const signedIn = await viewerOfRequest();
  if (!signedIn) throw new AppError('no_session');
  return signedIn;
}
