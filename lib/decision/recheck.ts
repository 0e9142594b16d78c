import 'server-only';
import { fault } from '#faults';
import { redraftChange } from '#lib/billing/changes/redraft-change.ts';
import { asWriter, type Tx } from '#lib/kernel/db.ts';
import type { ChangeDraft, ChangeProblem, Viewer } from '#lib/kernel/ports.ts';
import { checkCaps, holdLedger } from '#lib/stages/approvals/check-caps.ts';
import { canonicalJson, sha256 } from '#lib/stages/approvals/canonical.ts';
import type { Outcome } from '#lib/stages/approvals/policy.ts';
import type { StoredCard } from '#lib/stages/approvals/read-card.ts';
import { requesterOf } from '#lib/stages/approvals/requester.ts';
import { takesTwo } from '#lib/stages/approvals/takes-two.ts';

export type Checked = { requester: Viewer; draft: ChangeDraft };
export type Unfit = {
  refusal: 'no_longer_possible' | 'changed';
  end: { state: 'failed' | 'void'; outcome: Outcome };
};

/**
 * Whether the change can still be made, by everything that may have moved since the card was drawn: who asked and what they
 * may do, the daily caps, how many have to agree, and the ledger itself. Holds the customer's ledger from here on.
 */
export async function recheck(viewer: Viewer, tx: Tx, stored: StoredCard): Promise<Checked | Unfit> {
  const { row, display } = stored;
  const requester = await requesterOf(viewer, tx, row);
  if (!requester) return failed('requester_not_eligible');
  const approverId = row.personId === viewer.personId ? null : viewer.personId;
  await holdLedger(viewer, tx, { tenantId: row.tenantId, approverId });
  const planned = { tool: row.tool, amount: display.amount, tenantId: row.tenantId };
  if (await checkCaps(viewer, tx, { ...planned, requesterId: row.personId, approverId }))
    return failed('over_limit');
  const isForOne = row.people === 1 && !fault('two-people-not-rechecked');
  if (isForOne && (await takesTwo(viewer, tx, planned))) return voided('takes_two');
  const draft = await asWriter(tx, () => redraftChange(requester, tx, stored.arguments));
  if (typeof draft === 'string') return failed(outcomeOf(draft));
  return isSame(draft, stored) ? { requester, draft } : voided('changed');
}

function failed(outcome: Outcome): Unfit {
  return { refusal: 'no_longer_possible', end: { state: 'failed', outcome } };
}

function voided(outcome: Outcome): Unfit {
  return { refusal: 'changed', end: { state: 'void', outcome } };
}

function outcomeOf(problem: ChangeProblem): Outcome {
  return problem === 'not_eligible' ? 'requester_not_eligible' : 'no_longer_possible';
}

/** The facts of the card, and the change worked out from them, to the last byte. */
function isSame(draft: ChangeDraft, { row }: StoredCard): boolean {
  if (fault('resource-version-ignored')) return true;
  return (
    draft.resource.version === row.resourceVersion &&
    draft.resource.id === row.resourceId &&
    sha256(canonicalJson(draft.arguments)).equals(row.argumentsHash)
  );
}
