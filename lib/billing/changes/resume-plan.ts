import 'server-only';
import { z } from 'zod';
import { BRAND } from '#lib/contract/brand.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { ChangeEffect, Viewer } from '#lib/kernel/ports.ts';
import { isPlanCode } from '../catalogue.ts';
import { sayDay } from '../wording.ts';
import { type Decided, defineChange, type Drafted } from './define-change.ts';
import { lockSubscription } from './lock-rows.ts';
import { readStanding, sayNext } from './read-standing.ts';
import { subscriptionResource } from './subscription-resource.ts';
import { writeHistory, writeTerms } from './write-terms.ts';

const resumeArguments = z.strictObject({
  tool: z.literal('resume_plan'),
  /** What is taken back: a pause that runs, or what was agreed for later. */
  from: z.enum(['paused', 'agreed']),
});
type ResumeArguments = z.infer<typeof resumeArguments>;

/** Ends a pause, or takes back a pause, an end or a smaller plan before its day. What has ended does not come back. */
export const RESUME_PLAN = defineChange<'resume_plan', ResumeArguments>({
  arguments: resumeArguments,
  toRequest: ({ tool }) => ({ tool }),
  lock: lockSubscription,
  draft: draftResume,
  apply: applyResume,
});

async function draftResume(viewer: Viewer, tx: Tx): Drafted {
  const standing = await readStanding(viewer, tx);
  const { terms, renewsOn, locale } = standing;
  const { status, planCode } = terms;
  if (status === 'cancelled' || !isPlanCode(planCode)) return 'not_active';
  const agreed = sayNext(standing);
  if (status === 'active' && agreed === null) return 'same_already';
  const from = status === 'paused' ? 'paused' : 'agreed';
  const args: ResumeArguments = { tool: 'resume_plan', from };
  const name = BRAND.plans[planCode];
  return {
    arguments: args,
    resource: await subscriptionResource(viewer, tx, standing, { args, renewsOn }),
    amount: null,
    title: from === 'paused' ? `Resume the ${name} plan` : `Keep the ${name} plan`,
    lines: [
      { label: 'Plan', value: name },
      ...(from === 'paused'
        ? [
            { label: 'Takes effect', value: 'At once' },
            { label: 'Charged from', value: sayDay(renewsOn, locale) },
          ]
        : []),
      ...(agreed === null ? [] : [{ label: 'Takes back', value: agreed }]),
    ],
  };
}

async function applyResume(
  viewer: Viewer,
  tx: Tx,
  { from }: ResumeArguments,
  { proposalId }: Decided,
): Promise<ChangeEffect> {
  const standing = await readStanding(viewer, tx);
  const description =
    from === 'paused' ? 'Resumed the plan' : `Took back ${sayNext(standing) ?? 'what was agreed'}`;
  await writeTerms(viewer, tx, { status: 'active', next: null, nextOn: null });
  await writeHistory(viewer, tx, { proposalId, kind: 'resumed', description });
  const summary = from === 'paused' ? 'The plan runs again.' : 'The plan stays as it is.';
  return { summary, href: '/plan' };
}
