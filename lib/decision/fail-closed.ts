import 'server-only';
import { fault } from '#faults';
import { withViewer } from '#lib/kernel/db.ts';
import { AppError, reduceError, toAppError } from '#lib/kernel/errors.ts';
import { log } from '#lib/kernel/log.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { holdProposal } from '#lib/stages/approvals/load-proposal.ts';
import { isWaiting } from '#lib/stages/approvals/redeem.ts';
import { noteRefusal } from './note.ts';
import type { DecisionRequest, Verdict } from './types.ts';

/**
 * Something broke while a decision ran: everything it did is rolled back. Where the ledger itself said no, the proposal ends as
 * failed, so that nobody presses again what can't work. A busy or lost database leaves it as it is: where the reply to the
 * commit was lost, that may be executed.
 */
export async function failClosed(viewer: Viewer, request: DecisionRequest, error: unknown): Promise<Verdict> {
  const isOfDatabase = toAppError(error).code !== 'internal' && !fault('lost-reply-ends-it');
  if (error instanceof AppError || isOfDatabase) throw error;
  const { name, code } = reduceError(error);
  log.error('decision.failed', { requestId: request.requestId, errorName: name, errorCode: code });
  return withViewer(viewer, async (tx) => {
    const row = await holdProposal(viewer, tx, request.id);
    if (!row || (!isWaiting(row) && !fault('lost-reply-ends-it'))) throw error;
    const end = { state: 'failed', outcome: 'ledger_refused' } as const;
    return noteRefusal(viewer, tx, request, { refusal: 'no_longer_possible', end }, row);
  });
}
