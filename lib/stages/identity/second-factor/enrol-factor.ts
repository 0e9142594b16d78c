import 'server-only';
import { seal } from '#lib/kernel/cipher/envelope.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { ensurePersonKey, secretContext } from './person-key.ts';
import { newSecret, otpauthUri } from './time-code.ts';

export type Enrolment = { readonly secret: string; readonly uri: string };

/**
 * Begins anew with a fresh secret, which counts as a factor only once a code has confirmed it. Throws `no_longer_possible`
 * where a confirmed factor stands: that one is removed first, which takes a code of it.
 */
export async function enrolFactor(viewer: Viewer, tx: Tx, args: { account: string }): Promise<Enrolment> {
  const secret = newSecret();
  const sealed = seal(await ensurePersonKey(viewer, tx), secretContext(viewer), secret);
  await tx.secondFactor.deleteMany({ where: { personId: viewer.personId, confirmedAt: null } });
  const { count } = await tx.secondFactor.createMany({
    data: [{ personId: viewer.personId, tenantId: viewer.homeTenantId, secret: sealed }],
    skipDuplicates: true,
  });
  if (count === 0) throw new AppError('no_longer_possible');
  return { secret, uri: otpauthUri(secret, args.account) };
}
