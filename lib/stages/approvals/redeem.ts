import 'server-only';
import { fault } from '#faults';
import { timingSafeEqual } from 'node:crypto';
import type { Decision } from '#lib/contract/approvals.ts';
import type { ErrorCode } from '#lib/contract/errors.ts';
import { toMinorUnits } from '#lib/contract/read-amount.ts';
import { maySee } from '#lib/contract/roles.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { holdProposal, loadProposal } from './load-proposal.ts';
import { useNonce } from './mint-nonce.ts';
import { APPROVAL_POLICY_VERSION, type Outcome } from './policy.ts';
import { readContent, type StoredCard } from './read-card.ts';
import type { ProposalRow } from './rows.ts';
import { needsStepUp } from './to-card.ts';

/** `end`: the refusal also ends the proposal, for this reason. */
export type Refused = { refusal: ErrorCode; end?: { state: 'expired' | 'void'; outcome: Outcome } };
export type Redeemed = { stored: StoredCard };

export type Redeeming = {
  id: string;
  decision: Decision;
  /** Uses up the second factor that was sent, in this transaction; false where there was none or it was used before. */
  stepUp: () => Promise<boolean>;
  /** Whether the kill switch holds for this tool, read from its rows. */
  isPaused: (row: ProposalRow) => Promise<boolean>;
};

/**
 * Redeems a decision once: holds the proposal, then checks that it still waits, for this viewer, on this very card. Only when
 * everything else fits is the nonce used up. Never throws for what was sent.
 */
export async function redeem(viewer: Viewer, tx: Tx, args: Redeeming): Promise<Redeemed | Refused> {
  const row = await holdProposal(viewer, tx, args.id);
  if (!row) {
    const seen = await loadProposal(viewer, tx, args.id);
    return { refusal: seen ? (isWaiting(seen) ? 'not_eligible' : 'decided') : 'not_found' };
  }
  const refused = checkState(viewer, row, args.decision);
  if (refused) return refused;
  if (!fault('kill-switch-ignored-at-decision') && (await args.isPaused(row))) return { refusal: 'paused' };
  const stored = await readContent(viewer, tx, row);
  if (!fault('no-display-hash-check') && !isSame(args.decision.displayHash, row.displayHash))
    return { refusal: 'swapped' };
  if (args.decision.decision === 'approve') {
    const unfit = await checkApproval(viewer, row, stored, args);
    if (unfit) return unfit;
  }
  const isFresh = await useNonce(viewer, tx, { proposalId: row.id, nonce: args.decision.nonce });
  return isFresh ? { stored } : { refusal: 'expired' };
}

function checkState(viewer: Viewer, row: ProposalRow, { decision }: Decision): Refused | null {
  if (!isWaiting(row) && !fault('replay-allowed')) return { refusal: 'decided' };
  if (row.isExpired && !fault('expiry-ignored'))
    return { refusal: 'expired', end: { state: 'expired', outcome: 'expired' } };
  const isOwn = row.personId === viewer.personId;
  // Whoever asked may take it back until it is countersigned, and confirms only once.
  if (isOwn && row.state === 'confirmed' && !fault('approver-is-requester'))
    return decision === 'reject' ? null : { refusal: 'decided' };
  const isEligible = isOwn
    ? viewer.role === 'owner' && maySee(viewer.role, 'money')
    : viewer.role === 'approver' && row.people === 2 && row.state === 'confirmed';
  return isEligible ? null : { refusal: 'not_eligible' };
}

async function checkApproval(
  viewer: Viewer,
  row: ProposalRow,
  { display }: StoredCard,
  { decision, stepUp }: Redeeming,
): Promise<Refused | null> {
  if (row.policyVersion !== APPROVAL_POLICY_VERSION && !fault('policy-version-ignored'))
    return { refusal: 'changed', end: { state: 'void', outcome: 'rules_changed' } };
  const { amount, typeAmount } = display;
  const isTyped =
    !fault('typed-amount-ignored') &&
    row.personId === viewer.personId &&
    typeAmount !== null &&
    amount !== null;
  if (isTyped && readTyped(decision.typedAmount ?? '', amount.currency) !== amount.amountMinor)
    return { refusal: 'malformed' };
  if (needsStepUp(viewer, row) && !fault('step-up-skipped') && !(await stepUp()))
    return { refusal: 'step_up_required' };
  return null;
}

/** `€40.00`, `40.00 EUR` and `40` are all the amount. */
function readTyped(text: string, currency: string): number | null {
  return toMinorUnits(text.replace(/[^\d.,' ]/g, '').trim(), currency);
}

export function isWaiting(row: ProposalRow): boolean {
  return row.state === 'pending' || row.state === 'confirmed';
}

function isSame(shown: string, stored: Uint8Array): boolean {
  const bytes = Buffer.from(shown, 'hex');
  return bytes.length === stored.length && timingSafeEqual(bytes, stored);
}
