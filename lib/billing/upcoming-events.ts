import 'server-only';
import type { Balance, Payments } from '#lib/contract/bill.ts';
import type { Plan, Upcoming } from '#lib/contract/subscription.ts';

type Event = Upcoming['events'][number];
type Input = {
  today: string;
  plan: Plan;
  /** The plan as it will run when it renews. */
  later: Plan;
  balance: Balance;
  payments: Payments;
};

/** What is going to happen, and when, soonest first. Nothing that has passed. */
export function upcomingEvents({ today, plan, later, balance, payments }: Input): Event[] {
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
    ...renewal(plan, later),
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

/** How the plan goes on when the month ends; nothing for one that has ended. */
function renewal(plan: Plan, later: Plan): Event[] {
  const event = (description: string): Event => ({
    on: plan.renewsOn,
    kind: 'renewal',
    description,
    amount: later.status === 'active' ? later.pricePerMonth : null,
  });
  if (plan.status !== 'active' && later.status === plan.status) return [];
  if (later.status === 'cancelled') return [event(`The ${plan.name} plan ends`)];
  if (later.status === 'paused') return [event(`The ${plan.name} plan is paused`)];
  if (later.code !== plan.code) return [event(`The plan changes from ${plan.name} to ${later.name}`)];
  return [event(`The ${plan.name} plan renews`)];
}
