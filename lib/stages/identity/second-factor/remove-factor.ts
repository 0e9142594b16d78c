import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { consumeProof } from './consume-proof.ts';
import { proveFactor } from './prove-factor.ts';

/** Takes the factor away, with its recovery codes, for a code of it. False for a wrong one, which the caller counts. */
export async function removeFactor(viewer: Viewer, tx: Tx, args: { code: string }): Promise<boolean> {
  const proof = await proveFactor(viewer, tx, args.code);
  if (!proof || !(await consumeProof(viewer, tx, proof))) return false;
  await tx.secondFactor.deleteMany({ where: { personId: viewer.personId } });
  return true;
}
