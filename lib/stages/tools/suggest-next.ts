import 'server-only';
import { HANDOVER_HREF } from '#lib/contract/cases.ts';
import type { Suggestion } from '#lib/contract/chat.ts';
import { maySee, type Role } from '#lib/contract/roles.ts';
import { TOPICS, type TopicId } from '#lib/contract/topics.ts';
import { isToolName } from './parse-arguments.ts';
import type { ToolName } from './policy.ts';

/** What people tend to ask next, by the last thing that was looked up. */
const FOLLOW_UPS = {
  get_balance: ['next_payment', 'latest_invoice', 'failed_payment'],
  list_invoices: ['latest_invoice', 'compare', 'spend'],
  get_invoice: ['why_higher', 'duplicates', 'pdf'],
  compare_periods: ['duplicates', 'discounts', 'usage'],
  find_line: ['why_higher', 'duplicates', 'latest_invoice'],
  explain_charge: ['why_higher', 'duplicates', 'plan'],
  find_duplicates: ['refunds', 'seats', 'person'],
  list_payments: ['what_i_owe', 'refunds', 'next_payment'],
  get_plan: ['seats', 'renewal', 'usage'],
  get_usage: ['plan', 'next_payment', 'why_higher'],
  get_upcoming: ['what_i_owe', 'renewal', 'usage'],
  get_spend: ['compare', 'tax', 'payments'],
  get_billing_details: ['pdf', 'latest_invoice', 'payments'],
  quote_change: ['plan', 'seats', 'person'],
  refund: ['refunds', 'what_i_owe', 'person'],
  change_plan: ['plan', 'next_payment', 'person'],
  change_seats: ['seats', 'next_payment', 'person'],
  cancel_plan: ['plan', 'renewal', 'person'],
  pause_plan: ['plan', 'renewal', 'person'],
  resume_plan: ['plan', 'renewal', 'person'],
  change_billing_contact: ['details', 'latest_invoice', 'person'],
  retry_payment: ['failed_payment', 'what_i_owe', 'person'],
  offer_topics: ['what_i_owe', 'latest_invoice', 'person'],
} as const satisfies Record<ToolName, readonly TopicId[]>;

const FOR_MEMBERS: readonly TopicId[] = ['plan', 'seats', 'usage', 'renewal', 'person'];
/**
 * At most three buttons: what the model offered from the closed list, else the table's follow-ups. The way to a person is a
 * mark of ours that opens the page's own dialog, never something the model wrote.
 */
export function suggestNext(
  role: Role,
  lastTool: string | undefined,
  offered: readonly TopicId[] | undefined,
): Suggestion[] {
  const table = lastTool !== undefined && isToolName(lastTool) ? FOLLOW_UPS[lastTool] : [];
  const wanted = offered ?? table;
  const allowed = maySee(role, 'money') ? wanted : wanted.filter((id) => FOR_MEMBERS.includes(id));
  return allowed
    .slice(0, 3)
    .map((id) => ({ ...TOPICS[id], ...(id === 'person' ? { href: HANDOVER_HREF } : {}) }));
}
