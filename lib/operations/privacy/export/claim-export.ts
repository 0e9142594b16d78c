import 'server-only';
import { roleSchema } from '#lib/contract/roles.ts';
import { database, type Tx, withViewer } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { EXPORT_ATTEMPTS, EXPORT_LEASE_MS } from '../policy.ts';
import { destroyExportKey } from './export-key.ts';

/** A copy that this worker makes now, as that very person. */
export type Claim = {
  readonly id: string;
  readonly viewer: Viewer;
  readonly attempt: number;
  readonly createdAt: Date;
};

type Owner = { id: string; tenantId: string; personId: string };

/** Whose copy this is, or null where there is none of this id (any more). Sees nothing else of it. */
export async function findOwner(id: string): Promise<Owner | null> {
  const rows = await database('jobs').$queryRaw<Owner[]>`
    SELECT id, tenant_id AS "tenantId", person_id AS "personId" FROM cs.data_export WHERE id = ${id}::uuid`;
  return rows[0] ?? null;
}

/** The person as the database knows them now; null where they are gone. */
export async function viewerOf({ personId, tenantId }: Owner): Promise<Viewer | null> {
  const unproven: Viewer = { personId, homeTenantId: tenantId, role: 'member' };
  const person = await withViewer(unproven, (tx) =>
    tx.person.findUnique({ where: { id: personId }, select: { role: true, tenantId: true } }),
  );
  return person && { personId, homeTenantId: person.tenantId, role: roleSchema.parse(person.role) };
}

/**
 * Takes a copy that waits, or whose builder is dead, and clears away what that one had made. Null where another has it, it is made,
 * or it was begun too often: then it is given up, and its key destroyed.
 */
export async function claimExport(id: string): Promise<Claim | null> {
  const owner = await findOwner(id);
  const viewer = owner && (await viewerOf(owner));
  if (!viewer) return null;
  return withViewer(viewer, async (tx) => {
    const [row] = await tx.$queryRaw<{ attempt: number; createdAt: Date }[]>`
      UPDATE cs.data_export SET state = 'building', attempt = attempt + 1, done = 0, chunk_count = 0, byte_count = 0,
        lease_until = cs.now() + make_interval(secs => ${EXPORT_LEASE_MS / 1000}::int),
        total = (SELECT count(*)::int FROM cs.message m JOIN cs.conversation c ON c.id = m.conversation_id
                 WHERE c.person_id = ${viewer.personId}::uuid AND NOT c.temporary AND c.expires_at > cs.now())
      WHERE id = ${id}::uuid AND expires_at > cs.now() AND (state = 'waiting' OR (state = 'building' AND lease_until <= cs.now()))
      RETURNING attempt, created_at AS "createdAt"`;
    if (!row) return null;
    await tx.exportChunk.deleteMany({ where: { exportId: id } });
    if (row.attempt <= EXPORT_ATTEMPTS) return { id, viewer, ...row };
    await giveUp(viewer, tx, id);
    return null;
  });
}

/** Ends a copy that can't be made; another may be asked for. */
export async function giveUp(viewer: Viewer, tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE cs.data_export SET state = 'failed', lease_until = NULL, finished_at = cs.now(), chunk_count = 0, byte_count = 0
    WHERE id = ${id}::uuid AND state IN ('waiting', 'building')`;
  await tx.exportChunk.deleteMany({ where: { exportId: id } });
  await destroyExportKey(viewer, tx, id);
  await recordAudit(viewer, tx, [
    { action: 'privacy.export_built', outcome: 'failed', subjectKind: 'export', subjectId: id },
  ]);
}
