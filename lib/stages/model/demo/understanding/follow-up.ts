import 'server-only';
import { INTENT_TABLE, type Intent } from '../intents/policy.ts';
import type { Focus } from '../types.ts';
import type { Segment } from './read-segment.ts';

/** Words that carry no question of their own in a follow-up. */
const FILLERS = new Set(
  'also pronoun other me you what want good no latest past much still again invoice charge show yes thanks hello also line add'.split(
    ' ',
  ),
);
/** What a bare "why?" asks, by what was just spoken of. */
const WHY: Readonly<Partial<Record<Intent, Intent>>> = {
  show_invoice: 'why_changed', list_invoices: 'why_changed', compare: 'why_changed', extreme_invoice: 'why_changed', spend: 'why_changed',
  average: 'why_changed', payments: 'failed_payment', payment_status: 'failed_payment', payment_method: 'failed_payment',
  owe: 'show_invoice', due_date: 'show_invoice', next_payment: 'next_payment', overdue: 'failed_payment', plan: 'plan_history', plan_price: 'plan_history',
}; // prettier-ignore
const WHEN: Readonly<Partial<Record<Intent, Intent>>> = {
  owe: 'due_date', show_invoice: 'due_date', overdue: 'due_date', plan: 'renewal', plan_price: 'renewal', why_changed: 'plan_history', payments: 'payments',
}; // prettier-ignore
const HOWMUCH: Readonly<Partial<Record<Intent, Intent>>> = {
  due_date: 'owe', plan: 'plan_price', renewal: 'next_payment', seats: 'plan_price', plan_history: 'plan_price', addons: 'plan_price', failed_payment: 'failed_payment',
}; // prettier-ignore
const TOTAL: Readonly<Partial<Record<Intent, Intent>>> = {
  payments: 'spend', list_invoices: 'spend', average: 'spend', seats: 'plan_price', tax: 'tax', why_changed: 'compare', plan_price: 'plan_price', find_line: 'show_invoice',
}; // prettier-ignore
const WHO: Readonly<Partial<Record<Intent, Intent>>> = {
  plan: 'plan_history', plan_history: 'plan_history', why_changed: 'plan_history', addons: 'addons', proration: 'plan_history', find_line: 'plan_history', duplicates: 'seats', seats: 'seats', show_invoice: 'plan_history',
}; // prettier-ignore

/**
 * What a message without a question of its own asks, given what the conversation is about ("why?", "and October?",
 * "the one before", "how much is that in total?"). Null when it asks something itself, or nothing can be told.
 */
export function followUp(
  segment: Segment,
  focus: Focus,
  best: { intent: Intent; score: number } | undefined,
): Intent | null {
  const last = focus.intent;
  if (last === undefined || isTalk(last)) return null;
  const content = [...segment.concepts].filter(
    (concept) => !concept.startsWith('_') && !FILLERS.has(concept),
  );
  const names = [...segment.concepts].some((concept) => concept.startsWith('_'));
  const asksShow = segment.concepts.has('show') && !segment.concepts.has('also');
  if (content.length === 0 && names) return forReference(segment, last, asksShow);
  if (best && best.score >= 7.6 && !isEcho(best.intent, content)) return null;
  return forQuestionWord(content, last, segment);
}

function forReference(segment: Segment, last: Intent, asksShow: boolean): Intent | null {
  const { entities, concepts } = segment;
  if (entities.amounts.length > 0 || (entities.text !== undefined && entities.meter === undefined))
    return 'find_line';
  const explicit = concepts.has('invoice') && (asksShow || (concepts.has('what') && !concepts.has('also')));
  const takes = INTENT_TABLE[last].takes;
  if (entities.meter !== undefined) return ['usage', 'projection', 'overage'].includes(last) ? last : 'usage';
  if (explicit || takes === 'none') return 'show_invoice';
  if (asksShow && takes === 'invoice') return 'show_invoice';
  return last;
}

function forQuestionWord(content: readonly string[], last: Intent, segment: Segment): Intent | null {
  const only = (...allowed: string[]) =>
    content.length > 0 && content.every((concept) => allowed.includes(concept));
  if (only('why', 'higher', 'lower', 'change', 'angry') && content.includes('why')) {
    if (content.length === 1 || !isMoney(last)) return WHY[last] ?? last;
    return null;
  }
  if (only('when', 'next', 'due', 'howmuch') && content.includes('when')) return WHEN[last] ?? last;
  if (only('total', 'howmuch', 'howmany', 'payment') && content.includes('total')) return TOTAL[last] ?? last;
  if (only('howmuch', 'average')) return HOWMUCH[last] ?? last;
  if (only('who') || (only('who', 'change', 'why') && content.includes('who'))) return WHO[last] ?? last;
  if (only('howmany', 'where', 'status', 'list', 'why')) return last;
  const isShort = segment.words.length <= 6;
  const isBare = segment.concepts.has('yes') || segment.concepts.has('show') || segment.concepts.has('line');
  return isShort && content.length === 0 && isBare ? last : null;
}

/** Readings that come from a question word alone. */
function isEcho(intent: Intent, content: readonly string[]): boolean {
  return (
    (intent === 'spend' && content.every((concept) => ['total', 'howmuch', 'payment'].includes(concept))) ||
    (intent === 'next_payment' && content.every((concept) => ['when', 'howmuch'].includes(concept)))
  );
}

function isMoney(intent: Intent): boolean {
  return [
    'show_invoice',
    'list_invoices',
    'compare',
    'why_changed',
    'owe',
    'due_date',
    'spend',
    'extreme_invoice',
    'payments',
    'tax',
  ].includes(intent);
}

function isTalk(intent: Intent): boolean {
  return ['hello', 'thanks', 'bye', 'capabilities', 'bot', 'person'].includes(intent);
}
