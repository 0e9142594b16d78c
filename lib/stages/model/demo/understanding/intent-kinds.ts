import 'server-only';
import type { Intent } from '../intents/policy.ts';
import type { Focus } from '../types.ts';

/** What a bare "when?" asks, by what was just spoken of. */
const WHEN: Readonly<Partial<Record<Intent, Intent>>> = {
  owe: 'due_date',
  show_invoice: 'due_date',
  overdue: 'due_date',
  plan: 'renewal',
  plan_price: 'renewal',
  why_changed: 'plan_history',
  payments: 'payments',
};

/** Readings that come from a question word alone. */
export function isEcho(intent: Intent, content: readonly string[]): boolean {
  return (
    (intent === 'spend' && content.every((concept) => ['total', 'howmuch', 'payment'].includes(concept))) ||
    (intent === 'next_payment' && content.every((concept) => ['when', 'howmuch'].includes(concept)))
  );
}

export function isMoney(intent: Intent): boolean {
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

export function isTalk(intent: Intent): boolean {
  return ['hello', 'thanks', 'bye', 'capabilities', 'bot', 'person'].includes(intent);
}

/** What "when?" asks after this. */
export function whenOf(last: Intent, focus: Focus): Intent {
  if (last === 'find_line' && /mode|support/i.test(focus.text ?? '')) return 'addons';
  return WHEN[last] ?? last;
}
