import 'server-only';
import type { Balance, Payments } from '#lib/contract/bill.ts';
import type { Plan, Upcoming } from '#lib/contract/subscription.ts';

type Event = Upcoming['events'][number];
type Input = { today: string; plan: Plan; balance: Balance; payments: Payments };

/** What is going to happen, and when, soonest first. Nothing that has passed. */
export function upcomingEvents({ today, plan, balance, payments }: Input): Event[] {
  const events: (Omit<Event, 'on'> & { on: string | null })[] = [
    ...balance.openInvoices.map(({ dueOn, number, due }) => ({
      on: dueOn,
      kind: 'invoice_due' as const,
      description: `Invoice ${number} is due`,
      amount: due,
    })),
    ...payments.payments.map(({ nextRetryOn, invoiceNumber, amount, method }) => ({
      on: nextRetryOn,
      kind: 'payment_retry' as const,
      description: `The payment of invoice ${invoiceNumber} is tried again with ${method}`,
      amount,
    })),
    {
      on: plan.renewsOn,
      kind: 'renewal',
      description: `The ${plan.name} plan renews`,
      amount: plan.pricePerMonth,
    },
    ...payments.credits
      .filter(({ remaining }) => remaining.amountMinor > 0)
      .map(({ expiresOn, remaining }) => ({
        on: expiresOn,
        kind: 'credit_expires' as const,
        description: 'Unused credit expires',
        amount: remaining,
      })),
    ...payments.refunds
      .filter(({ status }) => status === 'on_its_way')
      .map(({ expectedOn, invoiceNumber, amount }) => ({
        on: expectedOn,
        kind: 'refund_expected' as const,
        description: `The refund for invoice ${invoiceNumber} is expected`,
        amount,
      })),
  ];
  return events
    .flatMap(({ on, ...event }) => (on !== null && on >= today ? [{ on, ...event }] : []))
    .toSorted((a, b) => a.on.localeCompare(b.on));
}
