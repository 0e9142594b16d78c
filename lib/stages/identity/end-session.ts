import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { SESSION_MAX_AGE_S } from './policy.ts';

/** Ends one session of this person, so that a copy of its cookie is worth nothing. Forgets those that ran out anyway. */
export async function endSession(viewer: Viewer, tx: Tx, args: { sessionId: string }): Promise<void> {
  await tx.$executeRaw`DELETE FROM cs.ended_session WHERE person_id = ${viewer.personId}::uuid AND expires_at <= cs.now()`;
  await tx.$executeRaw`
    INSERT INTO cs.ended_session (session_id, tenant_id, person_id, expires_at)
    VALUES (${args.sessionId}::uuid, ${viewer.homeTenantId}::uuid, ${viewer.personId}::uuid, cs.now() + make_interval(secs => ${SESSION_MAX_AGE_S + 60}::int))
    ON CONFLICT DO NOTHING`;
}
