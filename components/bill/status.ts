import type { Tone } from '#components/ui/badge.tsx';
import type { InvoiceSummary, Payment, Payments } from '#lib/contract/bill.ts';
import type { Plan } from '#lib/contract/subscription.ts';

type Look = { label: string; tone: Tone };

/** How each status reads and looks, everywhere. */
export const INVOICE_STATUS = {
  paid: { label: 'Paid', tone: 'good' },
  open: { label: 'Open', tone: 'accent' },
  past_due: { label: 'Past due', tone: 'bad' },
  void: { label: 'Void', tone: 'neutral' },
} as const satisfies Record<InvoiceSummary['status'], Look>;

export const PAYMENT_STATUS = {
  succeeded: { label: 'Succeeded', tone: 'good' },
  failed: { label: 'Failed', tone: 'bad' },
  retrying: { label: 'Trying again', tone: 'warn' },
  pending: { label: 'Pending', tone: 'neutral' },
} as const satisfies Record<Payment['status'], Look>;

export const REFUND_STATUS = {
  on_its_way: { label: 'On its way', tone: 'accent' },
  completed: { label: 'Completed', tone: 'good' },
} as const satisfies Record<Payments['refunds'][number]['status'], Look>;

export const PLAN_STATUS = {
  active: { label: 'Active', tone: 'good' },
  paused: { label: 'Paused', tone: 'warn' },
  cancelled: { label: 'Cancelled', tone: 'neutral' },
} as const satisfies Record<Plan['status'], Look>;

/** A plan that ends, is paused or is over does not renew, so the day is not called that. */
export function renews({ status, next }: Plan): boolean {
  return status === 'active' && next?.what !== 'cancelled' && next?.what !== 'paused';
}

/** "due in 6 days", "due today", "3 days late". */
export function dueWords(daysUntilDue: number): string {
  if (daysUntilDue === 0) return 'due today';
  if (daysUntilDue === 1) return 'due tomorrow';
  if (daysUntilDue === -1) return '1 day late';
  return daysUntilDue > 0 ? `due in ${daysUntilDue} days` : `${-daysUntilDue} days late`;
}
