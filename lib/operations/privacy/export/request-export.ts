import 'server-only';
import { createDataKey } from '#lib/kernel/cipher/data-keys.ts';
import { type Tx, withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { EXPORT_KEPT_MS, EXPORTS_PER_DAY } from '../policy.ts';
import { exportKeyContext } from './export-key.ts';

type Asked = { exportId: string } | { retryAfterS: number };

/**
 * Asks for a copy of everything about the viewer. While one is being made, this leads to that one. Throws `rate_limited` after too
 * many in a day.
 */
export async function requestExport(
  viewer: Viewer,
  { requestId }: { requestId: string },
): Promise<{ exportId: string }> {
  const asked = await withViewer(viewer, (tx) => askFor(viewer, tx, requestId));
  if ('exportId' in asked) return asked;
  throw new AppError('rate_limited', { retryAfterS: asked.retryAfterS });
}

async function askFor(viewer: Viewer, tx: Tx, requestId: string): Promise<Asked> {
  const { personId, homeTenantId: tenantId } = viewer;
  // One at a time per person: what is counted below stays true until this transaction ends.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`export:${personId}`}, 0))`;
  const running = await tx.dataExport.findFirst({
    where: { personId, state: { in: ['waiting', 'building'] } },
    select: { id: true },
  });
  if (running) return { exportId: running.id };
  const retryAfterS = await overLimit(viewer, tx);
  if (retryAfterS !== null) {
    await note(viewer, tx, { outcome: 'denied', rule: 'day_limit', requestId });
    return { retryAfterS };
  }
  const id = newId();
  const { stored } = await createDataKey(exportKeyContext(viewer, id));
  await tx.dataKey.createMany({ data: [{ ...stored, tenantId, personId, scope: 'export', scopeId: id }] });
  await tx.$executeRaw`
    INSERT INTO cs.data_export (id, tenant_id, person_id, expires_at)
    VALUES (${id}::uuid, ${tenantId}::uuid, ${personId}::uuid, cs.now() + make_interval(secs => ${EXPORT_KEPT_MS / 1000}::int))`;
  await note(viewer, tx, { outcome: 'allowed', subjectId: id, requestId });
  await tx.$queryRaw`SELECT cs.enqueue('privacy.export', ARRAY[${id}::uuid])::text`;
  return { exportId: id };
}

async function overLimit({ personId }: Viewer, tx: Tx): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ taken: number; waitS: number | null }[]>`
    SELECT count(*)::int AS taken, ceil(extract(epoch FROM min(created_at) + interval '1 day' - cs.now()))::int AS "waitS"
    FROM cs.data_export WHERE person_id = ${personId}::uuid AND created_at > cs.now() - interval '1 day'`;
  return row && row.taken >= EXPORTS_PER_DAY ? Math.max(1, row.waitS ?? 1) : null;
}

type Note = { outcome: 'allowed' | 'denied'; rule?: string; subjectId?: string; requestId: string };

async function note(viewer: Viewer, tx: Tx, entry: Note): Promise<void> {
  await recordAudit(viewer, tx, [{ action: 'privacy.export_requested', subjectKind: 'export', ...entry }]);
}
