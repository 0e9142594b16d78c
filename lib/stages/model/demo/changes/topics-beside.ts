import 'server-only';
import type { Intent } from '../intents/policy.ts';
import type { Task } from '../types.ts';
import type { Wish } from './wish.ts';

/** Questions that a look at what a change would mean answers too. */
const QUOTED = new Set<Intent>(['plan_price', 'change_plan', 'cancel', 'change_seats', 'seats', 'plan', 'addons', 'renewal', 'plan_history', 'spend', 'compare', 'discounts', 'overcharged', 'next_payment', 'proration', 'why_changed', 'void_invoice', 'due_date']); // prettier-ignore
/** Questions that how to ask for a change answers. */
const ANSWERED = new Set<Intent>(['cancel', 'change_plan', 'change_seats', 'request_refund']);
/** These stay when only they are asked: a question that merely names a change. */
const OWN = new Set<Intent>(['plan_history', 'proration', 'why_changed', 'renewal', 'discounts', 'compare', 'spend', 'next_payment']); // prettier-ignore
/** …and a question whether the address of invoices can be changed. */
const OF_ADDRESS = new Set<Intent>(['details', 'change_details', 'list_invoices', 'show_invoice', 'why_changed', 'pdf']); // prettier-ignore
/** What a wish may be taken for as a question. */
const MISTAKEN = new Set<Intent>(['request_refund', 'refunds', 'duplicates', 'overcharged', 'wrong_charge', 'find_line', 'show_invoice', 'cancel', 'change_plan', 'change_seats', 'change_details', 'plan', 'plan_price', 'seats', 'addons', 'payments', 'payment_status', 'failed_payment', 'pay_now', 'payment_method', 'complaint', 'person', 'hello', 'thanks', 'bye', 'details', 'list_invoices', 'renewal', 'capabilities', 'credits', 'void_invoice', 'proration']); // prettier-ignore

/**
 * The questions to answer beside a change that was spoken of, and whether the change is spoken of at all: a mere question about
 * one gives way to what else was understood.
 */
export function topicsBeside(
  wish: Wish,
  tasks: readonly Task[],
  typed: string,
): { tasks: readonly Task[]; answersWish: boolean } {
  const without = (set: ReadonlySet<Intent>) => tasks.filter(({ intent }) => !set.has(intent));
  if (wish.mood === 'ask') return { tasks: typed.includes('?') ? without(MISTAKEN) : [], answersWish: true };
  // No other question names a pause: what else was made of it was a guess.
  const isOfTerm = ['pause_plan', 'resume_plan'].includes(wish.tool);
  const [only, ...others] = tasks;
  const isOwn = only !== undefined && others.length === 0 && OWN.has(only.intent) && !only.concepts.has('howmuch');
  if (wish.mood === 'about') {
    const isThat = tasks.every(({ intent }) => ANSWERED.has(intent)) || (isOfTerm && !isOwn) || (wish.tool === 'change_billing_contact' && tasks.every(({ intent }) => OF_ADDRESS.has(intent)));
    return isThat && !isAnsweredBetter(wish, tasks) ? { tasks: [], answersWish: true } : { tasks, answersWish: false };
  }
  const isQuoted = tasks.length === 0 || isOfTerm || tasks.some(({ intent }) => QUOTED.has(intent));
  return isQuoted && !isOwn ? { tasks: isOfTerm ? [] : without(QUOTED), answersWish: true } : { tasks, answersWish: false };
} // prettier-ignore

/** The topics of these questions give their facts too. */
function isAnsweredBetter({ tool }: Wish, tasks: readonly Task[]): boolean {
  return tasks.length > 0 && ['refund', 'cancel_plan', 'change_plan', 'change_seats'].includes(tool);
}
