import 'server-only';
import { withViewer } from '#lib/kernel/db.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { endSession } from '#lib/stages/identity/end-session.ts';
import type { Session } from '#lib/stages/identity/session-token.ts';
import { verifySession } from '#lib/stages/identity/verify-session.ts';

/** Ends this one session on the server. One that no longer holds has nothing to end. */
export async function signOut(session: Session, requestId: string): Promise<void> {
  const signedIn = await verifySession(session);
  if (!signedIn) return;
  const { viewer } = signedIn;
  await withViewer(viewer, async (tx) => {
    await endSession(viewer, tx, { sessionId: session.sessionId });
    await recordAudit(viewer, tx, [
      { action: 'identity.signed_out', outcome: 'allowed', stage: 'identity', requestId },
    ]);
  });
}
