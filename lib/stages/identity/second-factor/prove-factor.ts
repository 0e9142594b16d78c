import 'server-only';
import { fault } from '#faults';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { loadFactor } from './load-factor.ts';
import { MAX_CODE_CHARACTERS, TOTP } from './policy.ts';
import { hashRecoveryCode } from './recovery-codes.ts';
import { matchStep } from './time-code.ts';

/** Which code was shown. Worth nothing until `consumeProof` has taken it, once. */
export type FactorProof = { kind: 'step'; step: bigint } | { kind: 'recovery'; hash: Buffer<ArrayBuffer> };

/**
 * Recognises a code of the viewer's authenticator, or one of their recovery codes; null for everything else: no confirmed
 * factor, a wrong or used code, too many wrong ones before. Runs in the viewer's own tenant. Counts nothing: the caller
 * calls `noteWrongCode` in the same transaction, which then has to commit.
 */
export async function proveFactor(viewer: Viewer, tx: Tx, code: string): Promise<FactorProof | null> {
  const factor = await loadFactor(viewer, tx);
  if (!factor?.isConfirmed || factor.isLocked || code.length > MAX_CODE_CHARACTERS) return null;
  const digits = code.replace(/[\s-]/g, '');
  if (digits.length === TOTP.digits) {
    const step = matchStep(factor.secret, digits, factor.step);
    const isUsed = step !== null && step <= factor.lastStep && !fault('step-up-replayable');
    return step === null || isUsed ? null : { kind: 'step', step };
  }
  const hash = hashRecoveryCode(viewer, code);
  if (!hash) return null;
  const known = await tx.recoveryCode.count({ where: { personId: viewer.personId, hash, usedAt: null } });
  return known === 1 ? { kind: 'recovery', hash } : null;
}
