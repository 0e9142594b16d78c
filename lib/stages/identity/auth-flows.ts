import 'server-only';
import type { DecodedSession, Session } from './session-token.ts';

/** Where an attempt comes from. */
export type Attempt = { readonly address: string; readonly requestId: string };

/** What an OpenID provider's signed token and user info say. */
export type ProviderClaims = {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  readonly emailVerified: boolean;
};

/**
 * The decisions behind next-auth's forms, which `lib/commands` make with throttle and audit. Each throws `sign_in_failed`,
 * whatever the reason, `rate_limited` or `busy`.
 */
export type AuthFlows = {
  password(attempt: Attempt & { email: unknown; password: unknown }): Promise<Session>;
  demo(attempt: Attempt & { account: unknown }): Promise<Session>;
  provider(attempt: Attempt & { claims: ProviderClaims }): Promise<Session>;
  signOut(session: DecodedSession, requestId: string): Promise<void>;
};
