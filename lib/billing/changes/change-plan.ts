import 'server-only';
import { z } from 'zod';
import type { CardLine } from '#lib/contract/approvals.ts';
import { BRAND, type PlanCode } from '#lib/contract/brand.ts';
import { daySchema } from '#lib/contract/dates.ts';
import { formatMoney } from '#lib/contract/money.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { ChangeEffect, Viewer } from '#lib/kernel/ports.ts';
import { isPlanCode, PLANS } from '../catalogue.ts';
import { sayCount, sayDay } from '../wording.ts';
import { type Decided, defineChange, type Drafted, type RequestOf } from './define-change.ts';
import { lockSubscription } from './lock-rows.ts';
import { readStanding, sayNext, type Standing } from './read-standing.ts';
import { subscriptionResource } from './subscription-resource.ts';
import { writeHistory, writeTerms } from './write-terms.ts';

const planSchema = z.enum(['starter', 'team', 'business']);
const planArguments = z.strictObject({
  tool: z.literal('change_plan'),
  from: planSchema,
  plan: planSchema,
  /** `keep` takes back a smaller plan that was agreed for later. */
  when: z.enum(['now', 'renewal', 'keep']),
  effectiveOn: daySchema.nullable(),
});
type PlanArguments = z.infer<typeof planArguments>;

/** A larger plan runs at once and is prorated; a smaller one begins when the plan renews. */
export const CHANGE_PLAN = defineChange<'change_plan', PlanArguments>({
  arguments: planArguments,
  toRequest: ({ tool, plan }) => ({ tool, plan }),
  lock: lockSubscription,
  draft: draftPlan,
  apply: applyPlan,
});

async function draftPlan(viewer: Viewer, tx: Tx, { plan }: RequestOf<'change_plan'>): Drafted {
  const standing = await readStanding(viewer, tx);
  const { terms, renewsOn, currency } = standing;
  const from = terms.planCode;
  if (terms.status !== 'active' || !isPlanCode(from)) return 'not_active';
  const isKept = plan === from && terms.next !== null && isPlanCode(terms.next);
  if (terms.next === plan || (plan === from && !isKept)) return 'same_already';
  const when = isKept ? 'keep' : PLANS[plan].rank > PLANS[from].rank ? 'now' : 'renewal';
  const effectiveOn = when === 'renewal' ? renewsOn : null;
  const args: PlanArguments = { tool: 'change_plan', from, plan, when, effectiveOn };
  const plans = [PLANS[from], PLANS[plan]];
  return {
    arguments: args,
    resource: await subscriptionResource(viewer, tx, standing, { args, plans, currency }),
    amount: null,
    title: titleOf(args, standing),
    lines: isKept ? keepLines(plan, standing) : planLines(args, standing),
  };
}

function titleOf({ from, plan, when, effectiveOn }: PlanArguments, { locale }: Standing): string {
  if (when === 'keep') return `Keep the ${BRAND.plans[plan]} plan`;
  const change = `Change the plan from ${BRAND.plans[from]} to ${BRAND.plans[plan]}`;
  return effectiveOn === null ? `${change} at once` : `${change} on ${sayDay(effectiveOn, locale)}`;
}

function keepLines(plan: PlanCode, standing: Standing): CardLine[] {
  return [
    { label: 'Plan', value: BRAND.plans[plan] },
    { label: 'Takes back', value: sayNext(standing) ?? '' },
  ];
}

function planLines({ from, plan, effectiveOn }: PlanArguments, standing: Standing): CardLine[] {
  const { currency, locale } = standing;
  const [before, after] = [PLANS[from], PLANS[plan]];
  const say = (amountMinor: number) => formatMoney({ amountMinor, currency }, locale);
  const difference = after.pricePerMonth[currency] - before.pricePerMonth[currency];
  const usage = (meter: 'api_calls' | 'storage_gb') =>
    `${sayCount(before.includedUsage[meter], locale)} → ${sayCount(after.includedUsage[meter], locale)}`;
  const replaced = sayNext(standing);
  return [
    { label: 'Plan', value: `${BRAND.plans[from]} → ${BRAND.plans[plan]}` },
    {
      label: 'Price a month, before tax',
      value: `${say(before.pricePerMonth[currency])} → ${say(after.pricePerMonth[currency])}`,
    },
    {
      label: 'Difference',
      value: `${say(Math.abs(difference))} ${difference > 0 ? 'more' : 'less'} a month`,
    },
    { label: `${BRAND.meters.api_calls} included`, value: `${usage('api_calls')} a month` },
    { label: `${BRAND.meters.storage_gb} included`, value: `${usage('storage_gb')} GB` },
    {
      label: 'Takes effect',
      value:
        effectiveOn === null
          ? 'At once; the rest of this month is charged by the day on the next invoice'
          : `On ${sayDay(effectiveOn, locale)}, when the plan renews`,
    },
    ...(replaced === null ? [] : [{ label: 'Instead of', value: replaced }]),
  ];
}

async function applyPlan(
  viewer: Viewer,
  tx: Tx,
  { from, plan, when, effectiveOn }: PlanArguments,
  { proposalId }: Decided,
): Promise<ChangeEffect> {
  const { locale } = await readStanding(viewer, tx);
  const names = { from: BRAND.plans[from], plan: BRAND.plans[plan] };
  if (effectiveOn !== null) {
    await writeTerms(viewer, tx, { next: plan, nextOn: effectiveOn });
    const summary = `The plan changes from ${names.from} to ${names.plan} on ${sayDay(effectiveOn, locale)}.`;
    return { summary, href: '/plan' };
  }
  await writeTerms(viewer, tx, { planCode: plan, next: null, nextOn: null });
  if (when === 'keep') {
    const description = `Kept the ${names.plan} plan`;
    await writeHistory(viewer, tx, { proposalId, kind: 'resumed', description });
    return { summary: `The ${names.plan} plan stays.`, href: '/plan' };
  }
  const description = `Upgraded from ${names.from} to ${names.plan}`;
  await writeHistory(viewer, tx, { proposalId, kind: 'upgraded', description, fromPlan: from, toPlan: plan });
  return { summary: `The ${names.plan} plan runs now.`, href: '/plan' };
}
