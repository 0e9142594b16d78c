import 'server-only';
import type { ContestRequest } from '#lib/contract/cases.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { createCase } from '#lib/stages/history/cases/create-case.ts';
import { findOwn } from '#lib/stages/history/cases/find-own.ts';
import { prepareMessage } from '#lib/stages/input-guard/prepare-message.ts';

/**
 * Puts a contested answer into the agents' inbox: the ground, the person's note and which turn it was; no text of the
 * conversation. Throws `not_found` for a turn that is not theirs, `rate_limited` beyond the limits.
 */
export async function contestTurn(
  viewer: Viewer,
  request: ContestRequest & { turnId: string },
  requestId: string,
): Promise<{ caseId: string }> {
  const { turnId, ground } = request;
  const note = request.note?.trim() ? prepareMessage(request.note).text.trim() : '';
  const created = await withViewer(viewer, async (tx) => {
    const { conversationId } = await findOwn(viewer, tx, { turnId });
    const body = note === '' ? null : { text: note, invoices: [] };
    const made = await createCase(viewer, tx, { kind: 'contest', conversationId, turnId, ground, body });
    await recordAudit(viewer, tx, [
      {
        action: 'contest.opened',
        requestId,
        turnId,
        ...('id' in made
          ? { outcome: 'allowed', rule: ground, subjectKind: 'case', subjectId: made.id }
          : { outcome: 'denied', rule: made.refused }),
      },
    ]);
    return made;
  });
  if ('refused' in created) throw new AppError('rate_limited', { retryAfterS: created.retryAfterS });
  return { caseId: created.id };
}
