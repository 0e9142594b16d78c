import 'server-only';
import type { CaseReply, CaseState } from '#lib/contract/cases.ts';
import { withViewer } from '#lib/kernel/db.ts';
import type { AuditEntry, Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { actOnCase } from '#lib/stages/history/cases/act-on-case.ts';
import { replyCase } from '#lib/stages/history/cases/reply-case.ts';
import { prepareMessage } from '#lib/stages/input-guard/prepare-message.ts';

/** An agent's reply, an end of the case, or both. Throws `not_found` for everyone else, `decided` where it is closed. */
export async function replyToCase(
  viewer: Viewer,
  request: CaseReply & { id: string },
  requestId: string,
): Promise<{ state: CaseState }> {
  const { id, close = false } = request;
  const acting = await withViewer(viewer, (tx) => actOnCase(viewer, tx, { id }));
  const text = request.text === undefined ? null : prepareMessage(request.text).text.trim();
  const body = text === null ? null : { text, invoices: [] };
  return withViewer(acting, async (tx) => {
    const state = await replyCase(acting, tx, { id, body, close });
    const entry = { outcome: 'allowed', subjectKind: 'case', subjectId: id, requestId } as const;
    const entries: AuditEntry[] = [
      ...(body ? [{ ...entry, action: 'case.replied' }] : []),
      ...(close ? [{ ...entry, action: 'case.closed' }] : []),
    ];
    await recordAudit(acting, tx, entries);
    return { state };
  });
}
