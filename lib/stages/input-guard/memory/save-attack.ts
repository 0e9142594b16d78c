import 'server-only';
import type { AttackAnswer } from '#lib/contract/attacks.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { MOST_ATTACKS } from './policy.ts';

export type NewAttack = { caseId: string; textId: string; personId: string; marks: Buffer<ArrayBuffer> };

/**
 * Remembers an attack in the name of the agent who acts in its tenant; one that is remembered already stays as it is. Throws
 * `not_found` for every other role. Row-level security decides the same once more, and that a customer wrote it.
 */
export async function saveAttack(
  viewer: Viewer,
  tx: Tx,
  { marks, ...attack }: NewAttack,
): Promise<AttackAnswer> {
  const tenantId = viewer.actingTenantId;
  if (viewer.role !== 'agent' || !tenantId) throw new AppError('not_found');
  // One at a time: what is counted stays true until this transaction ends, and no entry is remembered twice.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('confirmed-attacks', 0))`;
  const known = await tx.confirmedAttack.findUnique({
    where: { textId: attack.textId },
    select: { id: true },
  });
  if (known) return { attackId: known.id };
  if ((await tx.confirmedAttack.count()) >= MOST_ATTACKS) return { refused: 'full' };
  const id = newId();
  await tx.confirmedAttack.createMany({ data: [{ ...attack, id, tenantId, addedBy: viewer.personId }] });
  await tx.attackSketch.createMany({ data: [{ attackId: id, marks }] });
  return { attackId: id };
}
