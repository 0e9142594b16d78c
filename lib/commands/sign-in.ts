import 'server-only';
import { database } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { AuditEntry, Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import type { Attempt } from '#lib/stages/identity/auth-flows.ts';
import { inCheckQueue } from '#lib/stages/identity/check-queue.ts';
import { isClosedDemoAccount } from '#lib/stages/identity/demo-accounts.ts';
import { parseEmail } from '#lib/stages/identity/email.ts';
import { findAccount } from '#lib/stages/identity/find-account.ts';
import { verifyPassword } from '#lib/stages/identity/password.ts';
import { newSession, type Session } from '#lib/stages/identity/session-token.ts';
import { type AttemptKeys, forgiveAttempt, reserveAttempt } from '#lib/stages/identity/throttle.ts';
import { takesEntry } from '#lib/stages/audit/refusal-window.ts';

type PasswordAttempt = Attempt & { email: unknown; password: unknown };

/**
 * Signs in with e-mail and password. Throws `sign_in_failed` (unknown address and wrong password alike, after the same
 * work), `rate_limited` or `busy`. Every attempt is counted before it is checked and audited before it is answered.
 */
export async function signIn(attempt: PasswordAttempt): Promise<Session> {
  return inCheckQueue(async () => {
    const email = parseEmail(attempt.email);
    const keys: AttemptKeys = { account: email, address: attempt.address };
    await reserve(keys, attempt.requestId);
    const account = email === null ? null : await findAccount(email);
    const matches = await verifyPassword(account?.passwordHash ?? null, attempt.password);
    if (!account || !matches || email === null || isClosedDemoAccount(email)) {
      await note(account?.viewer ?? null, 'identity.sign_in_failed', attempt.requestId);
      throw new AppError('sign_in_failed');
    }
    await forgiveAttempt(keys);
    await note(account.viewer, 'identity.signed_in', attempt.requestId);
    return newSession(account);
  });
}

async function reserve(keys: AttemptKeys, requestId: string): Promise<void> {
  try {
    await reserveAttempt(keys);
  } catch (error) {
    if (error instanceof AppError && error.code === 'rate_limited') await noteThrottled(requestId);
    throw error;
  }
}

/** Being told to wait costs a stranger nothing: of a flood the number is written down, and not each attempt. */
async function noteThrottled(requestId: string): Promise<void> {
  const write = (facts?: AuditEntry['facts']) =>
    note(null, 'identity.sign_in_throttled', requestId, facts).catch(() => undefined);
  if (takesEntry('throttled', (count) => write({ furtherRefusals: count }))) await write();
}

async function note(
  viewer: Viewer | null,
  action: string,
  requestId: string,
  facts?: AuditEntry['facts'],
): Promise<void> {
  const outcome = action === 'identity.signed_in' ? 'allowed' : 'denied';
  const entry = { action, outcome, stage: 'identity', rule: 'password', requestId } as const;
  await recordAudit(viewer, database('auth'), [facts ? { ...entry, facts } : entry]);
}
