import 'server-only';
import { fault } from '#faults';
import { Prisma } from '#lib/generated/prisma/client.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { TOTP } from './policy.ts';
import type { FactorProof } from './prove-factor.ts';

/**
 * Uses a proof up, in the transaction of what it is for. False where it was used before, has grown old, or the factor was
 * locked or removed in between: of any number at once, one gets true. Also works while staff act in a customer's tenant.
 */
export async function consumeProof(viewer: Viewer, tx: Tx, proof: FactorProof): Promise<boolean> {
  return proof.kind === 'step' ? takeStep(viewer, tx, proof.step) : takeRecoveryCode(viewer, tx, proof.hash);
}

async function takeStep(viewer: Viewer, tx: Tx, step: bigint): Promise<boolean> {
  // One step more of patience than a code has: it was recognised a moment ago.
  const oldest = TOTP.window + 1;
  const unused = fault('step-up-replayable') ? Prisma.empty : Prisma.sql`AND last_step < ${step}::bigint`;
  const taken = await tx.$executeRaw`
    UPDATE cs.second_factor SET last_step = ${step}::bigint, failures = 0, locked_until = NULL
    WHERE person_id = ${viewer.personId}::uuid AND confirmed_at IS NOT NULL AND (locked_until IS NULL OR locked_until <= cs.now())
      ${unused} AND ${step}::bigint - floor(extract(epoch FROM cs.now()) / ${TOTP.periodS}::int)::bigint BETWEEN -${oldest}::int AND ${TOTP.window}::int`;
  return taken === 1;
}

async function takeRecoveryCode(viewer: Viewer, tx: Tx, hash: Buffer<ArrayBuffer>): Promise<boolean> {
  const usable = await tx.$executeRaw`
    UPDATE cs.second_factor SET failures = 0, locked_until = NULL
    WHERE person_id = ${viewer.personId}::uuid AND confirmed_at IS NOT NULL AND (locked_until IS NULL OR locked_until <= cs.now())`;
  if (usable === 0) return false;
  const taken = await tx.$executeRaw`
    UPDATE cs.recovery_code SET used_at = cs.now()
    WHERE person_id = ${viewer.personId}::uuid AND hash = ${hash} AND used_at IS NULL`;
  return taken === 1;
}
