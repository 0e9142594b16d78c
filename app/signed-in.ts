import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { SignedInFacts } from '#components/shell/header.tsx';
import { AppError } from '#lib/kernel/errors.ts';
import type { Profile, Viewer } from '#lib/kernel/ports.ts';
import { requireViewer } from '#lib/stages/identity/require-viewer.ts';
import { signInMethods } from '#lib/stages/identity/sign-in-methods.ts';
import { passDoor } from './door.ts';

type SignedIn = { viewer: Viewer; profile: Profile };

/**
 * The signed-in person, or null: for layouts, whose pages then lead to sign-in with the way back. Throws `address_refused` first where the
 * request comes from an address that is not let in: every page that shows data comes through here.
 */
export async function whoIsHere(): Promise<SignedIn | null> {
  await passDoor(await headers());
  try {
    return await requireViewer();
  } catch (error) {
    if (error instanceof AppError && error.code === 'no_session') return null;
    throw error;
  }
}

/** The signed-in person; everyone else goes to sign-in and, from there, back to `path`. */
export async function signedIn(path: string): Promise<SignedIn> {
  const here = await whoIsHere();
  return here ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}

/** What the header shows of a person. */
export function headerFacts({ viewer, profile }: SignedIn): SignedInFacts {
  return {
    role: viewer.role,
    label: profile.label,
    email: profile.email,
    accounts: signInMethods().demoAccounts.map(({ email, label, blurb }) => ({ email, label, blurb })),
  };
}
