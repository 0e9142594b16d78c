import 'server-only';
import { fault } from '#faults';
import type { Decided } from '#lib/contract/approvals.ts';
import type { ErrorCode } from '#lib/contract/errors.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { AuditEntry, Viewer } from '#lib/kernel/ports.ts';
import { closeProposal } from '#lib/stages/approvals/close-proposal.ts';
import { loadProposal } from '#lib/stages/approvals/load-proposal.ts';
import type { Outcome } from '#lib/stages/approvals/policy.ts';
import type { ProposalRow } from '#lib/stages/approvals/rows.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import type { DecisionRequest, Verdict } from './types.ts';

type Refusal = {
  refusal: ErrorCode;
  end?: { state: 'expired' | 'void' | 'failed'; outcome: Outcome };
};

const ENDED = {
  executed: 'approval.executed',
  confirmed: 'approval.confirmed',
  rejected: 'approval.rejected',
} as const;

/** Writes down what was decided, in the same transaction. */
export async function noteDecision(
  viewer: Viewer,
  tx: Tx,
  request: DecisionRequest,
  row: ProposalRow,
  decided: Decided & { status: keyof typeof ENDED },
): Promise<Verdict> {
  await recordAudit(viewer, tx, [
    {
      ...entryOf(request),
      action: ENDED[decided.status],
      outcome: 'allowed',
      rule: row.tool,
      facts: { people: row.people },
    },
  ]);
  return decided;
}

/** Ends what the refusal ends, and writes it down. Nothing is written for what this viewer can't see. */
export async function noteRefusal(
  viewer: Viewer,
  tx: Tx,
  request: DecisionRequest,
  { refusal, end }: Refusal,
  held?: ProposalRow,
): Promise<Verdict> {
  if (refusal === 'not_found') return { refusal };
  const row = end ? (held ?? (await loadProposal(viewer, tx, request.id))) : null;
  if (row && end) await closeProposal(viewer, tx, row, end);
  if (fault('audit-skipped-on-refusal')) return { refusal };
  await recordAudit(viewer, tx, [
    {
      ...entryOf(request),
      action: end ? `approval.${end.state === 'void' ? 'voided' : end.state}` : 'approval.refused',
      outcome: end?.state === 'failed' ? 'failed' : 'denied',
      rule: end?.outcome ?? refusal,
    },
  ]);
  return { refusal };
}

function entryOf({
  id,
  requestId,
}: DecisionRequest): Pick<AuditEntry, 'stage' | 'subjectKind' | 'subjectId' | 'requestId'> {
  return { stage: 'approvals', subjectKind: 'proposal', subjectId: id, requestId };
}
