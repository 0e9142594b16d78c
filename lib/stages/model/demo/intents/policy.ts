import 'server-only';
import type { TopicId } from '#lib/contract/topics.ts';

/**
 * What can be asked. `topic` is the button nearest to it; `takes` says which references a follow-up may change;
 * `weak` intents give way to any other in the same message.
 */
export const INTENT_TABLE = {
  why_changed: { topic: 'why_higher', takes: 'invoice', weak: false },
  show_invoice: { topic: 'latest_invoice', takes: 'invoice', weak: true },
  list_invoices: { topic: 'latest_invoice', takes: 'period', weak: true },
  extreme_invoice: { topic: 'spend', takes: 'period', weak: false },
  find_line: { topic: 'latest_invoice', takes: 'invoice', weak: false },
  duplicates: { topic: 'duplicates', takes: 'none', weak: false },
  overcharged: { topic: 'duplicates', takes: 'none', weak: false },
  tax: { topic: 'tax', takes: 'both', weak: false },
  discounts: { topic: 'discounts', takes: 'both', weak: false },
  spend: { topic: 'spend', takes: 'period', weak: false },
  average: { topic: 'spend', takes: 'period', weak: false },
  compare: { topic: 'compare', takes: 'invoice', weak: false },
  next_payment: { topic: 'next_payment', takes: 'none', weak: false },
  payment_status: { topic: 'payments', takes: 'invoice', weak: false },
  failed_payment: { topic: 'failed_payment', takes: 'none', weak: false },
  owe: { topic: 'what_i_owe', takes: 'none', weak: false },
  due_date: { topic: 'what_i_owe', takes: 'invoice', weak: false },
  overdue: { topic: 'what_i_owe', takes: 'none', weak: false },
  payments: { topic: 'payments', takes: 'period', weak: true },
  refunds: { topic: 'refunds', takes: 'none', weak: false },
  credits: { topic: 'refunds', takes: 'none', weak: false },
  plan: { topic: 'plan', takes: 'none', weak: false },
  plan_price: { topic: 'plan', takes: 'none', weak: false },
  plan_history: { topic: 'plan', takes: 'none', weak: false },
  seats: { topic: 'seats', takes: 'none', weak: false },
  addons: { topic: 'plan', takes: 'none', weak: false },
  proration: { topic: 'why_higher', takes: 'invoice', weak: false },
  usage: { topic: 'usage', takes: 'period', weak: false },
  projection: { topic: 'usage', takes: 'period', weak: false },
  overage: { topic: 'usage', takes: 'period', weak: false },
  renewal: { topic: 'renewal', takes: 'none', weak: false },
  pdf: { topic: 'pdf', takes: 'invoice', weak: false },
  details: { topic: 'details', takes: 'none', weak: false },
  payment_method: { topic: 'payments', takes: 'none', weak: false },
  void_invoice: { topic: 'latest_invoice', takes: 'none', weak: false },
  memo: { topic: 'latest_invoice', takes: 'invoice', weak: false },
  currency: { topic: 'details', takes: 'none', weak: false },
  wrong_charge: { topic: 'duplicates', takes: 'invoice', weak: true },
  complaint: { topic: 'person', takes: 'none', weak: true },
  person: { topic: 'person', takes: 'none', weak: false },
  bot: { topic: 'person', takes: 'none', weak: false },
  capabilities: { topic: 'why_higher', takes: 'none', weak: true },
  privacy: { topic: 'person', takes: 'none', weak: false },
  cancel: { topic: 'renewal', takes: 'none', weak: false },
  change_plan: { topic: 'plan', takes: 'none', weak: false },
  change_seats: { topic: 'seats', takes: 'none', weak: false },
  change_details: { topic: 'details', takes: 'none', weak: false },
  request_refund: { topic: 'refunds', takes: 'none', weak: false },
  pay_now: { topic: 'next_payment', takes: 'none', weak: false },
  more_time: { topic: 'what_i_owe', takes: 'none', weak: false },
  hello: { topic: 'why_higher', takes: 'none', weak: true },
  thanks: { topic: 'what_i_owe', takes: 'none', weak: true },
  bye: { topic: 'what_i_owe', takes: 'none', weak: true },
} as const satisfies Record<
  string,
  { topic: TopicId; takes: 'none' | 'invoice' | 'period' | 'both'; weak: boolean }
>;

export type Intent = keyof typeof INTENT_TABLE;

/** A reading below this is a guess: the model asks instead. */
export const SURE = 5;
/** Most questions of one message that are answered. */
export const MAX_TASKS = 3;
