import 'server-only';
import type { ErrorCode } from '#lib/contract/errors.ts';
import { withViewer } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';

/** Writes down that a signed-in person's request was refused at the door. Never hides the refusal behind its own failure. */
export async function noteRefusal(
  viewer: Viewer,
  refusal: { code: ErrorCode; route: string; requestId: string },
): Promise<void> {
  const { code, route, requestId } = refusal;
  await withViewer(viewer, (tx) =>
    recordAudit(viewer, tx, [
      {
        action: 'request.refused',
        outcome: 'denied',
        rule: code,
        subjectKind: 'route',
        subjectId: route,
        requestId,
      },
    ]),
  ).catch(() => undefined);
}
