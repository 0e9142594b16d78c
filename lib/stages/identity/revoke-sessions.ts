import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';

/** Ends every session of this person at once, on every device: the next request of each is a 401. */
export async function revokeSessions(viewer: Viewer, tx: Tx): Promise<void> {
  await tx.$executeRaw`UPDATE cs.person SET session_version = session_version + 1 WHERE id = ${viewer.personId}::uuid`;
}
