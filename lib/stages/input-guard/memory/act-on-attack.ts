import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';

/**
 * The agent as the one who works on this attack: acting in the tenant it came from, for this request. Throws `not_found` for anybody
 * else, and for one that is not there. Whoever calls this writes down what they did with it.
 */
export async function actOnAttack(viewer: Viewer, tx: Tx, args: { id: string }): Promise<Viewer> {
  if (viewer.role !== 'agent' || !isId(args.id)) throw new AppError('not_found');
  const row = await tx.confirmedAttack.findUnique({ where: { id: args.id }, select: { tenantId: true } });
  if (!row) throw new AppError('not_found');
  return { ...viewer, actingTenantId: row.tenantId };
}
