import 'server-only';
import type { ErrorCode } from '#lib/contract/errors.ts';
import { database, withViewer } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';

/** `unreadable`: a stored value did not decrypt in its place, which only damage or tampering explains. */
type Refusal = { code: ErrorCode | 'unreadable'; route: string; requestId: string };

/**
 * Writes down that a request was refused at the door, in the name of the signed-in person or of nobody. Never hides the
 * refusal behind its own failure.
 */
export async function noteRefusal(viewer: Viewer | null, refusal: Refusal): Promise<void> {
  const { code, route, requestId } = refusal;
  const refused =
    code === 'unreadable'
      ? ({ action: 'conversation.unreadable', outcome: 'failed' } as const)
      : ({ action: 'request.refused', outcome: 'denied' } as const);
  const entry = { ...refused, rule: code, subjectKind: 'route', subjectId: route, requestId };
  const writing = viewer
    ? withViewer(viewer, (tx) => recordAudit(viewer, tx, [entry]))
    : recordAudit(null, database('auth'), [entry]);
  await writing.catch(() => undefined);
}
