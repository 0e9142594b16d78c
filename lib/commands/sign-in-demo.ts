import 'server-only';
import { database } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import type { Attempt } from '#lib/stages/identity/auth-flows.ts';
import { isDemoAccount } from '#lib/stages/identity/demo-accounts.ts';
import { parseEmail } from '#lib/stages/identity/email.ts';
import { findAccount } from '#lib/stages/identity/find-account.ts';
import { newSession, type Session } from '#lib/stages/identity/session-token.ts';

/** Signs in as one of the demonstration's accounts with one click, only while DEMO=1. Throws `sign_in_failed`. */
export async function signInDemo(attempt: Attempt & { account: unknown }): Promise<Session> {
  const email = parseEmail(attempt.account);
  const account = email !== null && isDemoAccount(email) ? await findAccount(email) : null;
  await recordAudit(account?.viewer ?? null, database('auth'), [
    {
      action: account ? 'identity.signed_in' : 'identity.sign_in_failed',
      outcome: account ? 'allowed' : 'denied',
      stage: 'identity',
      rule: 'demo',
      requestId: attempt.requestId,
    },
  ]);
  if (!account) throw new AppError('sign_in_failed');
  return newSession(account);
}
