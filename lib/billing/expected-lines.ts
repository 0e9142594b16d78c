import 'server-only';
import type { Currency } from '#lib/contract/money.ts';
import type { Plan, Upcoming, Usage } from '#lib/contract/subscription.ts';
import { toMoney } from './amounts.ts';
import { percentOf } from './tax.ts';

type ExpectedLine = Upcoming['lines'][number];
type Input = {
  /** As it will run on the day of the invoice. */
  plan: Plan;
  usage: Usage | null;
  /** Upgrades of this month, prorated. */
  prorations: readonly { description: string; amountMinor: number }[];
  nextInvoiceOn: string;
  currency: Currency;
};

/** Charges and discounts that the next invoice will carry if nothing changes. */
export function expectedLines({ plan, usage, prorations, nextInvoiceOn, currency }: Input): ExpectedLine[] {
  const line = (description: string, amountMinor: number, estimated = false): ExpectedLine => ({
    description,
    amount: toMoney(amountMinor, currency),
    estimated,
  });
  const used = [
    ...prorations.map(({ description, amountMinor }) => line(description, amountMinor)),
    ...(usage?.meters ?? [])
      .filter(({ projectedOverage }) => projectedOverage > 0)
      .map(({ name, projectedCost }) =>
        line(`${name} over the included amount`, projectedCost?.amountMinor ?? 0, true),
      ),
  ];
  // What was used is owed also by who has paused or left.
  if (plan.status !== 'active') return used;
  const inUse = plan.seats.filter(({ removedOn }) => removedOn === null).length;
  const extraSeats = Math.max(0, inUse - plan.includedSeats);
  const recurring = [
    line(`${plan.name} plan`, plan.pricePerMonth?.amountMinor ?? 0),
    ...(extraSeats === 0
      ? []
      : [line(`${extraSeats} additional seats`, extraSeats * (plan.pricePerSeat?.amountMinor ?? 0))]),
  ];
  const base = recurring.reduce((sum, { amount }) => sum + amount.amountMinor, 0);
  return [
    ...recurring,
    ...plan.addons.map(({ name, pricePerMonth }) => line(name, pricePerMonth?.amountMinor ?? 0)),
    ...used,
    ...plan.promotions
      .filter(({ startedOn, endsOn }) => startedOn <= nextInvoiceOn && endsOn >= nextInvoiceOn)
      .map(({ name, percentOff }) =>
        line(`${name}: ${percentOff}% off plan and seats`, -percentOf(base, percentOff)),
      ),
  ];
}
