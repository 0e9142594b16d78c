import 'server-only';
import { fault } from '#faults';
import type { Decided } from '#lib/contract/approvals.ts';
import { withViewer, type Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { isDecisionPaused } from '#lib/stages/admission/decision-paused.ts';
import { actFor } from '#lib/stages/approvals/act-for.ts';
import { closeProposal, confirmProposal } from '#lib/stages/approvals/close-proposal.ts';
import type { Outcome } from '#lib/stages/approvals/policy.ts';
import { redeem, type Redeemed } from '#lib/stages/approvals/redeem.ts';
import type { ProposalRow } from '#lib/stages/approvals/rows.ts';
import { holdSession } from '#lib/stages/identity/hold-session.ts';
import { execute } from './decision/execute.ts';
import { failClosed } from './decision/fail-closed.ts';
import { noteDecision, noteRefusal } from './decision/note.ts';
import { recheck } from './decision/recheck.ts';
import { prepareStepUp, type StepUp } from './decision/step-up.ts';
import type { DecisionRequest, Verdict } from './decision/types.ts';

/**
 * One approval, from a person's press to the ledger: identity → admission → approvals → billing → audit, in one transaction.
 * Throws `AppError` for every refusal, after what the refusal leaves behind (an ended proposal, an audit entry) is stored.
 */
export async function decide(request: DecisionRequest): Promise<Decided> {
  const viewer = await withViewer(request.viewer, (tx) => actFor(request.viewer, tx, request.id));
  const stepUp = await prepareStepUp(request);
  const verdict = await withViewer(viewer, (tx) => decideOnce(viewer, tx, request, stepUp)).catch(
    (error: unknown) => failClosed(viewer, request, error),
  );
  if ('refusal' in verdict) throw new AppError(verdict.refusal);
  return verdict;
}

async function decideOnce(
  viewer: Viewer,
  tx: Tx,
  request: DecisionRequest,
  stepUp: StepUp,
): Promise<Verdict> {
  if (!fault('session-not-held-at-decision')) await holdSession(viewer, tx, request.session);
  const redeemed = await redeem(viewer, tx, {
    id: request.id,
    decision: request.decision,
    stepUp: () => stepUp.use(viewer, tx),
    isPaused: ({ tenantId, tool }) => isDecisionPaused(viewer, tx, { tenantId, tool }),
  });
  if ('refusal' in redeemed) return noteRefusal(viewer, tx, request, redeemed);
  return request.decision.decision === 'reject'
    ? reject(viewer, tx, request, redeemed)
    : approve(viewer, tx, request, redeemed);
}

async function reject(viewer: Viewer, tx: Tx, request: DecisionRequest, { stored }: Redeemed) {
  const { row } = stored;
  await closeProposal(viewer, tx, row, { state: 'rejected', outcome: rejectionOf(viewer, row) });
  return noteDecision(viewer, tx, request, row, { status: 'rejected' });
}

function rejectionOf(viewer: Viewer, { personId, state }: ProposalRow): Outcome {
  if (personId !== viewer.personId) return 'refused_by_approver';
  return state === 'confirmed' ? 'withdrawn' : 'rejected';
}

async function approve(viewer: Viewer, tx: Tx, request: DecisionRequest, { stored }: Redeemed) {
  const { row } = stored;
  const checked = await recheck(viewer, tx, stored);
  if ('refusal' in checked) return noteRefusal(viewer, tx, request, checked, row);
  if (row.people === 2 && row.state === 'pending' && !fault('one-person-suffices')) {
    await confirmProposal(viewer, tx, row);
    return noteDecision(viewer, tx, request, row, { status: 'confirmed' });
  }
  await closeProposal(viewer, tx, row, { state: 'executed' });
  const effect = await execute(viewer, tx, stored, checked);
  return noteDecision(viewer, tx, request, row, { status: 'executed', effect });
}
