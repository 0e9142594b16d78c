import 'server-only';
import { z } from 'zod';
import { BRAND } from '#lib/contract/brand.ts';
import { daySchema } from '#lib/contract/dates.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { ChangeEffect, Viewer } from '#lib/kernel/ports.ts';
import { isPlanCode } from '../catalogue.ts';
import { addDays } from '../days.ts';
import { sayDay } from '../wording.ts';
import { type Decided, defineChange, type Drafted } from './define-change.ts';
import { lockSubscription } from './lock-rows.ts';
import { readStanding, sayNext } from './read-standing.ts';
import { subscriptionResource } from './subscription-resource.ts';
import { writeHistory, writeTerms } from './write-terms.ts';

type Tool = 'cancel_plan' | 'pause_plan';

/** What the two ways to stop do, and what people read. */
const ENDS = {
  cancel_plan: { next: 'cancelled', verb: 'Cancel', agreed: 'Cancellation', stops: 'ends' },
  pause_plan: { next: 'paused', verb: 'Pause', agreed: 'Pause', stops: 'is paused' },
} as const;

const cancelArguments = z.strictObject({ tool: z.literal('cancel_plan'), effectiveOn: daySchema });
const pauseArguments = z.strictObject({ tool: z.literal('pause_plan'), effectiveOn: daySchema });

/** Ends the plan when it would renew; `resume_plan` takes it back until then. */
export const CANCEL_PLAN = defineChange<'cancel_plan', z.infer<typeof cancelArguments>>({
  arguments: cancelArguments,
  toRequest: ({ tool }) => ({ tool }),
  lock: lockSubscription,
  draft: (viewer, tx) => draftEnd(viewer, tx, 'cancel_plan'),
  apply: applyEnd,
});

/** Pauses the plan when it would renew; `resume_plan` takes it back, before and after. */
export const PAUSE_PLAN = defineChange<'pause_plan', z.infer<typeof pauseArguments>>({
  arguments: pauseArguments,
  toRequest: ({ tool }) => ({ tool }),
  lock: lockSubscription,
  draft: (viewer, tx) => draftEnd(viewer, tx, 'pause_plan'),
  apply: applyEnd,
});

async function draftEnd(viewer: Viewer, tx: Tx, tool: Tool): Drafted {
  const standing = await readStanding(viewer, tx);
  const { terms, renewsOn, locale } = standing;
  const { next, verb, stops } = ENDS[tool];
  if (terms.status === next || terms.next === next) return 'same_already';
  if (terms.status === 'cancelled') return 'not_active';
  const args = { tool, effectiveOn: renewsOn };
  const name = isPlanCode(terms.planCode) ? BRAND.plans[terms.planCode] : terms.planCode;
  const replaced = sayNext(standing);
  return {
    arguments: args,
    resource: await subscriptionResource(viewer, tx, standing, { args }),
    amount: null,
    title: `${verb} the ${name} plan on ${sayDay(renewsOn, locale)}`,
    lines: [
      { label: 'Plan', value: name },
      { label: 'Runs until', value: sayDay(addDays(renewsOn, -1), locale) },
      {
        label: `From ${sayDay(renewsOn, locale)}`,
        value: `The plan ${stops}: plan, seats and add-ons are no longer charged`,
      },
      { label: 'Until then', value: 'It can be taken back' },
      ...(replaced === null ? [] : [{ label: 'Instead of', value: replaced }]),
    ],
  };
}

async function applyEnd(
  viewer: Viewer,
  tx: Tx,
  { tool, effectiveOn }: { tool: Tool; effectiveOn: string },
  { proposalId }: Decided,
): Promise<ChangeEffect> {
  const { locale } = await readStanding(viewer, tx);
  const { next, agreed, stops } = ENDS[tool];
  const day = sayDay(effectiveOn, locale);
  await writeTerms(viewer, tx, { next, nextOn: effectiveOn });
  await writeHistory(viewer, tx, { proposalId, kind: next, description: `${agreed} agreed, from ${day}` });
  return { summary: `The plan ${stops} on ${day}.`, href: '/plan' };
}
