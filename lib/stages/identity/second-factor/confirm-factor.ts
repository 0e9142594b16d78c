import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { loadFactor } from './load-factor.ts';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';
import { matchStep } from './time-code.ts';

/**
 * Takes the first code of a new authenticator, which uses that code up, and returns the recovery codes: the only time that
 * anyone sees them. Null for a wrong code, and where there is nothing to confirm; the caller counts that.
 */
export async function confirmFactor(
  viewer: Viewer,
  tx: Tx,
  args: { code: string },
): Promise<string[] | null> {
  const factor = await loadFactor(viewer, tx);
  if (!factor || factor.isConfirmed || factor.isLocked) return null;
  const step = matchStep(factor.secret, args.code.replace(/[\s-]/g, ''), factor.step);
  if (step === null) return null;
  await tx.$executeRaw`
    UPDATE cs.second_factor SET confirmed_at = cs.now(), last_step = ${step}::bigint, failures = 0, locked_until = NULL
    WHERE person_id = ${viewer.personId}::uuid`;
  const codes = newRecoveryCodes();
  await tx.recoveryCode.createMany({ data: codes.flatMap((code) => toRow(viewer, code)) });
  return codes;
}

function toRow(viewer: Viewer, code: string) {
  const hash = hashRecoveryCode(viewer, code);
  return hash ? [{ personId: viewer.personId, tenantId: viewer.homeTenantId, hash }] : [];
}
