import {
  type ApprovalList,
  approvalListSchema,
  type Decided,
  type Decision,
  decidedSchema,
  type OfferedApproval,
  offeredApprovalSchema,
} from '#lib/contract/approvals.ts';
import { type Answered, ask } from './ask.ts';

/** The card as it is now, with a nonce of this viewer's own. */
export async function getApproval(id: string): Promise<Answered<OfferedApproval>> {
  return ask(offeredApprovalSchema, `/api/approvals/${encodeURIComponent(id)}`);
}

export async function getApprovals(query: {
  status?: string;
  cursor?: string;
}): Promise<Answered<ApprovalList>> {
  const search = new URLSearchParams(query).toString();
  return ask(approvalListSchema, `/api/approvals${search === '' ? '' : `?${search}`}`);
}

export async function postDecision(id: string, decision: Decision): Promise<Answered<Decided>> {
  return ask(decidedSchema, `/api/approvals/${encodeURIComponent(id)}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(decision),
  });
}
