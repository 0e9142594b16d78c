import 'server-only';
import { BRAND, type PlanCode } from '#lib/contract/brand.ts';
import type { Currency } from '#lib/contract/money.ts';
import { PLANS } from './catalogue.ts';
import { daysBetween, lastOfMonth } from './days.ts';
import { splitByLargestRemainder } from './largest-remainder.ts';

type Upgrade = { from: PlanCode; to: PlanCode; on: string };

/** What the next invoice charges for an upgrade in the middle of a month: the rest at the new price, less the same days at the old. */
export function prorate(
  { from, to, on }: Upgrade,
  currency: Currency,
): { description: string; amountMinor: number } {
  return {
    description: `Proration: ${BRAND.plans[from]} to ${BRAND.plans[to]}`,
    amountMinor: restOfMonth(to, on, currency) - restOfMonth(from, on, currency),
  };
}

function restOfMonth(plan: PlanCode, from: string, currency: Currency): number {
  const end = lastOfMonth(from);
  const rest = daysBetween(from, end) + 1;
  const used = Number(end.slice(8)) - rest;
  return splitByLargestRemainder(PLANS[plan].pricePerMonth[currency], [used, rest])[1] ?? 0;
}
