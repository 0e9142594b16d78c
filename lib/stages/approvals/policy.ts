import 'server-only';
import type { ChangeTool } from '#lib/contract/approvals.ts';
import type { Currency } from '#lib/contract/money.ts';
import { DAY_MS, MINUTE_MS } from '#lib/kernel/clock.ts';

/** Names the rules of this table in every proposal. Raise it with any change: what was proposed under other rules is asked again. */
export const APPROVAL_POLICY_VERSION = '2026-11-26';

/** How long a person has, and, where two are needed, the second one after the first. */
export const DECIDE_WITHIN_MS = 30 * MINUTE_MS;
export const COUNTERSIGN_WITHIN_MS = 3 * DAY_MS;
/** A nonce is good for one decision of one viewer. */
export const NONCE_MS = 10 * MINUTE_MS;

/** Most proposals of one person that may wait, and that may be made in a day: a fooled model can't flood anyone with cards. */
export const MAX_WAITING = 5;
export const MAX_PROPOSALS_PER_DAY = 40;

type Amounts = Readonly<Record<Currency, number>>;

/**
 * Minor units per currency, about the same worth in each: what a customer may take back in a rolling day without a second
 * person. A refund that takes the day's sum above it is countersigned by a finance approver.
 */
export const TWO_PEOPLE_ABOVE: Amounts = { EUR: 6_000, USD: 6_500, GBP: 5_200, CHF: 6_000, JPY: 9_000 };
/** From here on the amount has to be typed, not just clicked. */
export const TYPE_AMOUNT_FROM: Amounts = { EUR: 3_000, USD: 3_200, GBP: 2_600, CHF: 3_000, JPY: 4_500 };

/**
 * What may move within a rolling day, whoever approved it: of one person, of one customer, and countersigned by one approver
 * in each currency.
 */
export const DAY_CAPS: Readonly<Record<'person' | 'tenant' | 'approver', Amounts>> = {
  person: { EUR: 50_000, USD: 55_000, GBP: 45_000, CHF: 50_000, JPY: 80_000 },
  tenant: { EUR: 100_000, USD: 110_000, GBP: 90_000, CHF: 100_000, JPY: 160_000 },
  approver: { EUR: 300_000, USD: 330_000, GBP: 270_000, CHF: 300_000, JPY: 480_000 },
};
/** Changes of each kind that one customer may execute within a rolling day. */
export const DAY_COUNT: Readonly<Record<ChangeTool, number>> = {
  refund: 10,
  change_plan: 4,
  change_seats: 6,
  cancel_plan: 4,
  pause_plan: 4,
  resume_plan: 4,
  change_billing_contact: 2,
  retry_payment: 6,
};
/** Kinds whose amount leaves our account, and counts towards the caps above. */
export const MOVES_MONEY: readonly ChangeTool[] = ['refund'];

/** Why a proposal ended, where its state does not say it: code → the sentence under the card. */
export const OUTCOMES = {
  rejected: 'You decided against it. Nothing was changed.',
  withdrawn: 'You took it back before it was countersigned. Nothing was changed.',
  refused_by_approver: 'A finance colleague decided against it. Nothing was changed.',
  expired: 'Nobody decided in time. Nothing was changed; just ask again.',
  replaced: 'A newer proposal took its place. Nothing was changed.',
  changed: 'What this was about has changed since. Nothing was done; please ask again.',
  takes_two:
    'With what was given back today, this takes a second person. Nothing was done; please ask again.',
  rules_changed: 'Our rules have changed since. Nothing was done; please ask again.',
  no_longer_possible: 'This was no longer possible. Nothing was changed.',
  over_limit: 'A daily limit was reached. Nothing was changed; a person can help.',
  requester_not_eligible: 'Whoever asked for this may not ask for it any more. Nothing was changed.',
  ledger_refused: 'The ledger did not accept it, so nothing was changed. A person can help.',
} as const;
export type Outcome = keyof typeof OUTCOMES;
/** The same for whoever else sees the card: those of the sentences that speak to the person who asked. */
export const OUTCOMES_TO_OTHERS: Readonly<Partial<Record<Outcome, string>>> = {
  rejected: 'The customer decided against it. Nothing was changed.',
  withdrawn: 'The customer took it back before it was countersigned. Nothing was changed.',
  takes_two: 'With what was given back that day, this took a second person. Nothing was done.',
};
