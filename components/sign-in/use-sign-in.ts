'use client';

import { signIn } from 'next-auth/react';
import { useCallback, useState, useSyncExternalStore } from 'react';
import { ERROR_TABLE } from '#lib/contract/errors.ts';

export type SignInTrouble = { kind: 'wrong' | 'wait' | 'broken'; message: string };

/** What next-auth's client and the address bar may carry, as one sentence each. */
export function troubleOf(error: string | undefined, retryAfterS?: number): SignInTrouble | null {
  switch (error) {
    case undefined:
      return null;
    case 'CredentialsSignin':
      return { kind: 'wrong', message: ERROR_TABLE.sign_in_failed.sentence };
    case 'Throttled':
      return { kind: 'wait', message: `Too many attempts. Please try again ${waitWords(retryAfterS)}.` };
    case 'Busy':
      return { kind: 'wait', message: ERROR_TABLE.busy.sentence };
    case 'AccessDenied':
      return { kind: 'wrong', message: 'There is no account here for that sign-in.' };
    default:
      return { kind: 'broken', message: 'Signing in did not work. Please try again.' };
  }
}

function waitWords(seconds: number | undefined): string {
  if (!seconds || !Number.isFinite(seconds)) return 'in a few minutes';
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 1 ? 'in a minute' : `in ${minutes} minutes`;
}

const never = () => () => undefined;

/** Signs in and leads to `next`, one of our own paths. */
export function useSignIn(next: string, initial: SignInTrouble | null = null) {
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState(initial);
  const start = useCallback(
    async (provider: 'credentials' | 'demo', fields: Record<string, string>): Promise<boolean> => {
      setPending(true);
      setTrouble(null);
      try {
        const result = await signIn(provider, { ...fields, redirect: false, callbackUrl: next });
        if (result?.ok && !result.error) {
          window.location.assign(next);
          return true;
        }
        const wait = Number(
          URL.parse(result?.url ?? '', window.location.origin)?.searchParams.get('retryAfterS'),
        );
        setTrouble(troubleOf(result?.error ?? 'unknown', wait));
      } catch {
        setTrouble(troubleOf('unknown'));
      }
      setPending(false);
      return false;
    },
    [next],
  );
  // Until the page's script runs a press would do nothing, and a form would put the password into the address bar: so the
  // server sends the buttons disabled.
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return { start, pending: pending || !isAlive, trouble };
}
