import 'server-only';
import { database } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import type { Attempt, ProviderClaims } from '#lib/stages/identity/auth-flows.ts';
import { parseEmail } from '#lib/stages/identity/email.ts';
import { type Account, findAccount, findLinkedAccount } from '#lib/stages/identity/find-account.ts';
import { newSession, type Session } from '#lib/stages/identity/session-token.ts';

/**
 * Signs in the person behind a provider's account: the one linked to it, else the one with its verified address. Nobody is
 * created or linked here. Throws `sign_in_failed`.
 */
export async function signInProvider(attempt: Attempt & { claims: ProviderClaims }): Promise<Session> {
  const account = await accountBehind(attempt.claims);
  await recordAudit(account?.viewer ?? null, database('auth'), [
    {
      action: account ? 'identity.signed_in' : 'identity.sign_in_failed',
      outcome: account ? 'allowed' : 'denied',
      stage: 'identity',
      rule: 'oidc',
      requestId: attempt.requestId,
    },
  ]);
  if (!account) throw new AppError('sign_in_failed');
  return newSession(account);
}

async function accountBehind(claims: ProviderClaims): Promise<Account | null> {
  const linked = await findLinkedAccount(claims.issuer, claims.subject);
  if (linked) return linked;
  const email = claims.emailVerified ? parseEmail(claims.email) : null;
  return email === null ? null : findAccount(email);
}
