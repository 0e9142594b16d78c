import 'server-only';
import { type AttackItem, attackItemSchema } from '#lib/contract/attacks.ts';
import type { CaseAttack } from '#lib/contract/cases.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { MOST_ATTACKS } from './policy.ts';

type Row = Omit<AttackItem, 'createdAt'> & { createdAt: Date };

/** Everything that is remembered, the newest first, without a word of it. Throws `not_found` for everyone but agents. */
export async function listAttacks(viewer: Viewer, tx: Tx): Promise<AttackItem[]> {
  if (viewer.role !== 'agent') throw new AppError('not_found');
  const rows = await tx.$queryRaw<Row[]>`
    SELECT a.id AS "attackId", t.name AS customer, a.case_id AS "caseId", a.created_at AS "createdAt",
      a.added_by = ${viewer.personId}::uuid AS "isMine"
    FROM cs.confirmed_attack a JOIN cs.tenant t ON t.id = a.tenant_id
    ORDER BY a.created_at DESC, a.id DESC LIMIT ${MOST_ATTACKS}::int`;
  return rows.map((row) => attackItemSchema.parse({ ...row, createdAt: row.createdAt.toISOString() }));
}

/** Which entries of a case are remembered, for the agent who opened it. */
export async function listCaseAttacks(
  viewer: Viewer,
  tx: Tx,
  args: { caseId: string },
): Promise<CaseAttack[]> {
  if (viewer.role !== 'agent' || !viewer.actingTenantId) throw new AppError('not_found');
  const rows = await tx.confirmedAttack.findMany({
    where: { caseId: args.caseId, tenantId: viewer.actingTenantId },
    select: { id: true, textId: true },
  });
  return rows.map(({ id, textId }) => ({ attackId: id, textId }));
}
