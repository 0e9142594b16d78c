import 'server-only';
import { database } from '#lib/kernel/db.ts';
import { expireProposals } from './operations/jobs/expire-proposals.ts';
import { sendMail } from './operations/jobs/send-mail.ts';
import type { Task } from './operations/jobs/task.ts';
import { PRIVACY_CRON } from './operations/privacy/policy.ts';
import { goOnWithPrivacy, workOnErasures, workOnExports } from './operations/privacy/work.ts';
import {
  PURGE_BACKFILL,
  PURGE_CRON,
  TEMPORARY_CRON,
  VERIFY_CRON,
  VERIFY_EVERY_MS,
} from './operations/retention/schedule.ts';
import { TELL_CRON } from './operations/usage/policy.ts';
import { forgetOldSpend, tellOfBudgets } from './operations/usage/tell-of-budgets.ts';
import { forgetVersions } from './operations/retention/holds/forget-versions.ts';
import { runRetention } from './operations/retention/run-retention.ts';
import { verifyIfDue, verifyRetention } from './operations/retention/verify/verify-retention.ts';

/** Every background task. A folder of `operations` that is taken out takes its line here with it. */
export const TASKS: readonly Task[] = [
  {
    name: 'retention.purge',
    cron: PURGE_CRON,
    backfill: PURGE_BACKFILL,
    run: async () => void (await runRetention({ dryRun: false })),
  },
  {
    name: 'retention.temporary',
    cron: TEMPORARY_CRON,
    run: async () => {
      await runRetention({ dryRun: false, only: ['temporary_conversations'] });
      await forgetVersions();
    },
  },
  {
    name: 'retention.verify',
    cron: VERIFY_CRON,
    run: async () => void (await verifyRetention()),
    inEveryProcess: { everyMs: VERIFY_EVERY_MS, run: async () => void (await verifyIfDue()) },
  },
  {
    name: 'partitions.ensure',
    cron: '11 3 * * *',
    backfill: '48h',
    run: async () => void (await database('jobs').$queryRaw`SELECT cs.ensure_partitions(2)::text`),
  },
  { name: 'privacy.export', run: workOnExports },
  { name: 'privacy.erase', run: workOnErasures },
  { name: 'privacy.go_on', cron: PRIVACY_CRON, run: goOnWithPrivacy },
  { name: 'usage.tell', cron: TELL_CRON, run: async () => void (await tellOfBudgets()) },
  {
    name: 'usage.forget',
    cron: '23 3 * * *',
    backfill: '48h',
    run: async () => void (await forgetOldSpend()),
  },
  { name: 'approvals.expire', cron: '* * * * *', run: async () => void (await expireProposals()) },
  { name: 'mail.send', cron: '* * * * *', run: async () => void (await sendMail()) },
];
