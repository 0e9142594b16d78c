import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';

/** Notes that the reply of this instant was shown to its person. One that came later stays unseen. Throws `not_found`. */
export async function markSeen(
  viewer: Viewer,
  tx: Tx,
  args: { id: string; seenUntil: string },
): Promise<void> {
  if (!isId(args.id)) throw new AppError('not_found');
  const own = await tx.supportCase.findFirst({
    where: { id: args.id, personId: viewer.personId, tenantId: viewer.homeTenantId },
    select: { id: true },
  });
  if (!own) throw new AppError('not_found');
  await tx.$executeRaw`
    UPDATE cs.support_case SET seen_at = cs.now()
    WHERE id = ${own.id}::uuid AND seen_at IS NULL AND answered_at <= ${new Date(args.seenUntil)}::timestamptz`;
}
