import 'server-only';
import type { ErrorCode } from '#lib/contract/errors.ts';
import { noteRefusal } from '#lib/commands/note-refusal.ts';
import { toAppError } from '#lib/kernel/errors.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Session } from '#lib/stages/identity/session-token.ts';

/** Refusals that are written down here; admission audits its own in the statement that decides them. */
const NOTED: readonly ErrorCode[] = ['malformed', 'unsupported_media', 'too_large', 'not_found', 'busy'];

/** Runs a signed-in request and leaves an audit entry when it is refused. */
export async function auditRefusals<T>(
  session: Session,
  route: string,
  work: (requestId: string) => Promise<T>,
): Promise<T> {
  const requestId = newId();
  try {
    return await work(requestId);
  } catch (error) {
    const { code } = toAppError(error);
    const viewer = { personId: session.personId, role: session.role, homeTenantId: session.tenantId };
    if (NOTED.includes(code)) await noteRefusal(viewer, { code, route, requestId });
    throw error;
  }
}
