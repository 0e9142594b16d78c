import 'server-only';
import type { ChangeProblem } from '#lib/kernel/ports.ts';

/** Why a change can't be proposed: `summary` is what the person reads, `hint` what the model reads. */
export const CHANGE_PROBLEMS = {
  not_found: {
    summary: 'Found nothing to change',
    hint: 'Nothing of this customer goes by that name. Look it up first, then use its handle.',
  },
  nothing_left: {
    summary: 'There is nothing left to give back',
    hint: 'All of it was already given back or taken off.',
  },
  above_rest: {
    summary: 'That is more than can be given back',
    hint: 'The amount is larger than what is left of it. Leave the amount out for all that is left.',
  },
  below_minimum: { summary: 'That amount is too small', hint: 'The amount has to be more than zero.' },
  void_invoice: {
    summary: 'That invoice is void',
    hint: 'A void invoice charges nothing, so nothing can be given back.',
  },
  payment_running: {
    summary: 'A payment of that invoice is still running',
    hint: 'Wait until the payment has gone through or failed for good.',
  },
  same_already: { summary: 'It is like that already', hint: 'Nothing would change.' },
  not_active: { summary: 'The plan is not active', hint: 'The plan is paused or ended. It can be resumed.' },
  too_many_seats: { summary: 'That is more seats than a plan can have', hint: 'Fewer seats are possible.' },
  no_seats_left: { summary: 'At least one seat has to stay', hint: 'Fewer seats can be removed.' },
  not_failed: { summary: 'That payment has not failed', hint: 'Only a failed payment can be tried again.' },
  bad_address: {
    summary: 'That is not an e-mail address we can use',
    hint: 'Ask for a plain e-mail address such as billing@example.test.',
  },
  change_running: { summary: 'Another change is already agreed', hint: 'Say what is agreed and from when.' },
  cap_person_day: {
    summary: 'That is more than can be given back in a day',
    hint: 'The daily limit is reached. A person can help.',
  },
  cap_tenant_day: {
    summary: 'That is more than can be given back in a day',
    hint: 'The daily limit of this customer is reached. A person can help.',
  },
  cap_approver_day: { summary: 'Your daily limit is reached', hint: 'Another approver can decide this.' },
  too_many_pending: {
    summary: 'There are changes waiting for a decision',
    hint: 'Ask the person to decide what is waiting under Approvals first.',
  },
  not_eligible: {
    summary: 'Your role may not change this',
    hint: 'Only an owner of the account can do that. Say so politely.',
  },
} as const satisfies Record<ChangeProblem, { summary: string; hint: string }>;
