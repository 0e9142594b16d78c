import 'server-only';
import { database, withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { inCheckQueue } from '#lib/stages/identity/check-queue.ts';
import { findAccount } from '#lib/stages/identity/find-account.ts';
import { isFreshSignIn } from '#lib/stages/identity/is-fresh-sign-in.ts';
import { verifyPassword } from '#lib/stages/identity/password.ts';
import { consumeProof } from '#lib/stages/identity/second-factor/consume-proof.ts';
import { hasFactor } from '#lib/stages/identity/second-factor/has-factor.ts';
import { noteWrongCode } from '#lib/stages/identity/second-factor/note-wrong-code.ts';
import { proveFactor } from '#lib/stages/identity/second-factor/prove-factor.ts';
import { forgiveAttempt, reserveAttempt } from '#lib/stages/identity/throttle.ts';
import { FRESH_FOR_ERASURE_S } from '../policy.ts';

export type ProofArgs = {
  readonly code: string | undefined;
  readonly password: string | undefined;
  /** When this session signed in, in seconds since 1970. */
  readonly signedInAtS: number;
  readonly email: string;
  readonly address: string;
  readonly requestId: string;
};

/**
 * That it is really them, now: a code where they have a second factor; else a sign-in of the last minutes, or the password again. A
 * session that was left open, or stolen, is not enough. Wrong ones are counted as anywhere else. Throws `step_up_required`, and
 * `rate_limited` after too many.
 */
export async function provePerson(viewer: Viewer, args: ProofArgs): Promise<void> {
  const { signedInAtS } = args;
  const known = await withViewer(viewer, async (tx) => ({
    factor: await hasFactor(viewer, tx),
    fresh: await isFreshSignIn(viewer, tx, { signedInAtS, withinS: FRESH_FOR_ERASURE_S }),
  }));
  const proven = known.factor
    ? await codeHolds(viewer, args)
    : known.fresh || (await passwordHolds(viewer, args));
  if (!proven) throw new AppError('step_up_required');
}

async function codeHolds(viewer: Viewer, { code, requestId }: ProofArgs): Promise<boolean> {
  if (code === undefined) return false;
  return withViewer(viewer, async (tx) => {
    const proof = await proveFactor(viewer, tx, code);
    if (proof && (await consumeProof(viewer, tx, proof))) return true;
    await noteWrongCode(viewer, tx);
    await recordAudit(viewer, tx, [
      { action: 'identity.factor_wrong_code', outcome: 'denied', stage: 'identity', requestId },
    ]);
    return false;
  });
}

async function passwordHolds(viewer: Viewer, args: ProofArgs): Promise<boolean> {
  const { password, email, address, requestId } = args;
  if (password === undefined) return false;
  return inCheckQueue(async () => {
    const keys = { account: email, address };
    await reserveAttempt(keys);
    const account = await findAccount(email);
    const isTheirs = account?.viewer.personId === viewer.personId;
    if (isTheirs && (await verifyPassword(account.passwordHash, password))) {
      await forgiveAttempt(keys);
      return true;
    }
    await recordAudit(viewer, database('auth'), [
      {
        action: 'identity.sign_in_failed',
        outcome: 'denied',
        stage: 'identity',
        rule: 'password',
        requestId,
      },
    ]);
    return false;
  });
}
