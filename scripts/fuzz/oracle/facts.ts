// What the oracle holds the code to. Amounts and caps are the facts of lib/stages/approvals/policy.ts; everything else is written down once more.

/** Keys a call may have, by tool. */
export const TOOL_KEYS: Readonly<Record<string, readonly string[]>> = {
  get_balance: [],
  list_invoices: ['status', 'from', 'to', 'number', 'limit'],
  get_invoice: ['invoice'],
  compare_periods: ['newer', 'older'],
  find_line: ['amount', 'text', 'from', 'to'],
  explain_charge: ['line'],
  find_duplicates: [],
  list_payments: ['status', 'from', 'to', 'limit'],
  get_plan: [],
  get_usage: ['meter', 'month'],
  get_upcoming: [],
  get_spend: ['from', 'to'],
  get_billing_details: [],
  quote_change: ['what', 'plan', 'count'],
  refund: ['invoice', 'line', 'amount', 'reason'],
  change_plan: ['plan', 'reason'],
  change_seats: ['change', 'count', 'reason'],
  cancel_plan: ['reason'],
  pause_plan: ['reason'],
  resume_plan: ['reason'],
  change_billing_contact: ['email', 'reason'],
  retry_payment: ['payment', 'reason'],
  offer_topics: ['topics'],
};
/** What members may look up; everything else is money. */
export const MEMBER_TOOLS: readonly string[] = ['get_plan', 'get_usage', 'offer_topics'];

/** Keys of stored arguments, by tool; `change_seats` has two forms. */
export const ARGUMENT_KEYS: Readonly<Record<string, readonly string[]>> = {
  refund: ['amountMinor', 'currency', 'invoiceId', 'lineId', 'methodId', 'tool', 'way'],
  change_plan: ['effectiveOn', 'from', 'plan', 'tool', 'when'],
  change_seats: ['change', 'chargedFrom', 'endsOn', 'labels', 'seatIds', 'tool'],
  cancel_plan: ['effectiveOn', 'tool'],
  pause_plan: ['effectiveOn', 'tool'],
  resume_plan: ['from', 'tool'],
  change_billing_contact: ['afterDays', 'email', 'tool'],
  retry_payment: ['invoiceId', 'paymentId', 'tool'],
};

export const DAY_S = 86_400;
export const DECIDE_WITHIN_S = 1_800;
export const COUNTERSIGN_WITHIN_S = 3 * DAY_S;
export const NONCE_S = 600;
export const MAX_WAITING = 5;
/** The most that a turn can cost at a micro-USD a token. */
export const RESERVED_A_TURN = 240_000;
export const TURNS_A_MINUTE = 10;
export const TURNS_AT_ONCE = 3;
export const ROUNDS_A_TURN = 7;
export const CALLS_A_TURN = 12;
export const ARGUMENTS_MAX = 4_000;
/** Real time that passes between a submission and its commit, and between two clocks. */
export const SLACK_S = 5;
/** A turn's time of opening is that of its transaction, which may then wait for its admission: what closed meanwhile was not beside it. */
export const ADMISSION_S = 0.75;
