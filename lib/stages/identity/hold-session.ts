import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import type { Session } from './session-token.ts';

/** Inside a transaction of the viewer: throws `no_session` when the session was revoked, signed out or its role changed since. */
export async function holdSession(viewer: Viewer, tx: Tx, session: Session): Promise<void> {
  const rows = await tx.$queryRaw<{ holds: boolean }[]>`
    SELECT session_version = ${session.sessionVersion}::int AND role = ${viewer.role} AND NOT cs.session_ended(${session.sessionId}::uuid) AS holds
    FROM cs.person WHERE id = ${viewer.personId}::uuid`;
  if (!rows[0]?.holds) throw new AppError('no_session');
}
