import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import type { Provider } from 'next-auth/providers/index';
import { env } from '#lib/kernel/env.ts';
import { AppError, toAppError } from '#lib/kernel/errors.ts';
import { log } from '#lib/kernel/log.ts';
import type { Attempt, AuthFlows } from './auth-flows.ts';
import { oidcProvider, providerClaims } from './oidc-provider.ts';
import { SESSION_MAX_AGE_S, SIGN_IN_PAGE } from './policy.ts';
import { type Session, sessionCookieName } from './session-token.ts';

/** What happened inside next-auth during one request. It turns every throw into a redirect, so the reason is kept here. */
export type AuthOutcome = { session: Session | null; refusal: AppError | null; signedOut: boolean };

/** next-auth's settings for one request. Its tokens carry our session and nothing of its own. */
export function authOptions(flows: AuthFlows, attempt: Attempt, outcome: AuthOutcome): NextAuthOptions {
  const settle = async (flow: Promise<Session>): Promise<Session | null> => {
    try {
      return (outcome.session = await flow);
    } catch (error) {
      outcome.refusal = toAppError(error);
      return null;
    }
  };
  return {
    secret: env().SESSION_SECRET,
    providers: providers(flows, attempt, settle),
    session: { strategy: 'jwt', maxAge: SESSION_MAX_AGE_S },
    jwt: { maxAge: SESSION_MAX_AGE_S },
    useSecureCookies: isHttps(),
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps() },
      },
    },
    pages: { signIn: SIGN_IN_PAGE, error: SIGN_IN_PAGE, signOut: SIGN_IN_PAGE },
    callbacks: {
      // Passwords and demo accounts were decided in `authorize`; a provider's account is decided here.
      signIn: async ({ account, profile }) => {
        if (account?.provider !== 'oidc') return outcome.session !== null;
        return (await settle(flows.provider({ ...attempt, claims: providerClaims(profile) }))) !== null;
      },
      jwt: () => ({ ...sessionOf(outcome) }),
      redirect: ({ url, baseUrl }) => sameOrigin(url, baseUrl),
    },
    events: {
      signOut: () => {
        outcome.signedOut = true;
      },
    },
    // Its messages quote requests and tokens: only the code is kept.
    logger: {
      error: (code) => log.warn('auth.refused', { code }),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

type Settle = (flow: Promise<Session>) => Promise<Session | null>;

function providers(flows: AuthFlows, attempt: Attempt, settle: Settle): Provider[] {
  const list: Provider[] = [
    {
      id: 'credentials',
      name: 'Password',
      type: 'credentials',
      credentials: { email: {}, password: {} },
      authorize: async (form) =>
        user(await settle(flows.password({ ...attempt, email: form?.email, password: form?.password }))),
    },
  ];
  if (env().DEMO) {
    list.push({
      id: 'demo',
      name: 'Demonstration',
      type: 'credentials',
      credentials: { account: {} },
      authorize: async (form) => user(await settle(flows.demo({ ...attempt, account: form?.account }))),
    });
  }
  const oidc = oidcProvider();
  return oidc ? [...list, oidc] : list;
}

function user(session: Session | null): { id: string } | null {
  return session && { id: session.personId };
}

function sessionOf(outcome: AuthOutcome): Session {
  if (!outcome.session) throw new AppError('internal');
  return outcome.session;
}

/** Where a sign-in may lead: our own pages only. */
function sameOrigin(url: string, baseUrl: string): string {
  const target = URL.parse(url, baseUrl);
  return target?.origin === new URL(baseUrl).origin ? target.href : baseUrl;
}

function isHttps(): boolean {
  return env().PUBLIC_URL.startsWith('https:');
}
