import type { Tone } from '#components/ui/badge.tsx';
import type { ApprovalCard, ChangeTool, ProposalState } from '#lib/contract/approvals.ts';
import { BRAND } from '#lib/contract/brand.ts';

/** Who looks at a card: the person whose change it is, or the colleague who countersigns it. */
export type Side = 'requester' | 'approver';

/** The button names the act, never just "OK". */
export const APPROVE_WORDS = {
  refund: 'Approve refund',
  change_plan: 'Approve plan change',
  change_seats: 'Approve seat change',
  cancel_plan: 'Approve cancellation',
  pause_plan: 'Approve pause',
  resume_plan: 'Approve resuming',
  change_billing_contact: 'Approve new address',
  retry_payment: 'Approve payment',
} as const satisfies Record<ChangeTool, string>;

export const RISK_WORDS = {
  requester: {
    reversible: 'You can take this back yourself.',
    externally_reversible: 'We can undo this for you; you can’t undo it yourself.',
    irreversible: 'This can’t be undone.',
  },
  approver: {
    reversible: 'The customer can take this back.',
    externally_reversible: 'This can be undone by us, not by the customer.',
    irreversible: 'This can’t be undone.',
  },
} as const satisfies Record<Side, Record<ApprovalCard['risk'], string>>;

/** Beside a value that the person did not write themselves. */
export const ORIGIN_WORDS = {
  requester: {
    third_party: 'Taken from text on your invoice, not from what you wrote',
    assistant: 'Chosen by the assistant',
  },
  approver: {
    third_party: 'Taken from text on the customer’s invoice, not from what they wrote',
    assistant: 'Chosen by the assistant, not written by the customer',
  },
} as const satisfies Record<Side, Record<'third_party' | 'assistant', string>>;

type StateWords = { badge: string; tone: Tone; words: string };

/** What each state is called, and what a person reads where the server gave no words of its own. */
export const STATE_WORDS = {
  pending: { badge: 'Waiting for you', tone: 'accent', words: '' },
  confirmed: {
    badge: 'Waiting for a second person',
    tone: 'warn',
    words: `You approved this. A finance colleague at ${BRAND.name} checks it next; nothing has changed yet.`,
  },
  executed: { badge: 'Done', tone: 'good', words: 'This was done.' },
  rejected: { badge: 'Rejected', tone: 'neutral', words: 'This was rejected. Nothing was changed.' },
  expired: {
    badge: 'Expired',
    tone: 'neutral',
    words: 'Nobody decided in time, so nothing was changed. Ask again whenever you like.',
  },
  void: {
    badge: 'No longer open',
    tone: 'neutral',
    words: 'This was replaced or what it was about has changed. Nothing was changed by it.',
  },
  failed: { badge: 'Not done', tone: 'bad', words: 'This could not be done. Nothing was changed.' },
} as const satisfies Record<ProposalState, StateWords>;

/** Words that differ for the colleague who countersigns. */
const APPROVER_STATE_WORDS: Partial<Record<ProposalState, StateWords>> = {
  pending: {
    badge: 'Waiting for the customer',
    tone: 'neutral',
    words: 'The customer has not confirmed this yet.',
  },
  confirmed: { badge: 'Waiting for you', tone: 'accent', words: '' },
  expired: {
    badge: 'Expired',
    tone: 'neutral',
    words: 'Nobody countersigned in time, so nothing was changed.',
  },
};

export function stateWords(state: ProposalState, side: Side): StateWords {
  return (side === 'approver' ? APPROVER_STATE_WORDS[state] : undefined) ?? STATE_WORDS[state];
}

/** Whether somebody on this side has something left to decide. */
export function isOpenFor(state: ProposalState, side: Side): boolean {
  return state === (side === 'approver' ? 'confirmed' : 'pending');
}
