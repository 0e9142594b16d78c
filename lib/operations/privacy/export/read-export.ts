import 'server-only';
import { type ExportStatus, exportStateSchema } from '#lib/contract/privacy.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { PASSES } from './write/file-entries.ts';

type Row = {
  id: string;
  state: string;
  done: number;
  total: number;
  byteCount: bigint;
  createdAt: Date;
  expiresAt: Date;
};

/** How far one of the viewer's copies is. Throws `not_found` for what is not theirs, not there or has run out. */
export async function readExport(viewer: Viewer, tx: Tx, id: string): Promise<ExportStatus> {
  const found = isId(id) ? (await readRows(viewer, tx)).find((row) => row.id === id) : undefined;
  if (!found) throw new AppError('not_found');
  return toStatus(found);
}

/** The viewer's copies, newest first. */
export async function listExports(viewer: Viewer, tx: Tx): Promise<ExportStatus[]> {
  return (await readRows(viewer, tx)).map(toStatus);
}

/** They are few: so many a day, for a week. */
function readRows({ personId }: Viewer, tx: Tx): Promise<Row[]> {
  return tx.$queryRaw`
    SELECT id, state, done, total, byte_count AS "byteCount", created_at AS "createdAt", expires_at AS "expiresAt" FROM cs.data_export
    WHERE person_id = ${personId}::uuid AND expires_at > cs.now() ORDER BY id DESC LIMIT 100`;
}

function toStatus(row: Row): ExportStatus {
  const status = exportStateSchema.parse(row.state);
  return {
    exportId: row.id,
    status,
    progress: progressOf(status, row),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    bytes: Number(row.byteCount),
  };
}

/** Never 100 before it is there, and something as soon as it is begun. */
function progressOf(status: ExportStatus['status'], { done, total }: Row): number {
  if (status === 'ready' || status === 'downloaded') return 100;
  if (status !== 'building') return 0;
  return Math.min(99, Math.max(1, Math.floor((100 * done) / Math.max(1, total * PASSES))));
}
