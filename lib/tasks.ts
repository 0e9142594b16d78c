import 'server-only';
import { database } from '#lib/kernel/db.ts';
import { expireProposals } from './operations/jobs/expire-proposals.ts';
import { sendMail } from './operations/jobs/send-mail.ts';
import type { Task } from './operations/jobs/task.ts';
import { PRIVACY_CRON } from './operations/privacy/policy.ts';
import { goOnWithPrivacy, workOnErasures, workOnExports } from './operations/privacy/work.ts';
import { PURGE_BACKFILL, PURGE_CRON } from './operations/retention/policy.ts';
import { purgeEndedSessions } from './operations/retention/purge-ended-sessions.ts';
import { purgeNonces } from './operations/retention/purge-nonces.ts';
import { purgeExpired } from './operations/retention/purge-expired.ts';

/** Every background task. A folder of `operations` that is taken out takes its line here with it. */
export const TASKS: readonly Task[] = [
  {
    name: 'retention.purge',
    cron: PURGE_CRON,
    backfill: PURGE_BACKFILL,
    run: async () => {
      await purgeExpired({ dryRun: false });
      await purgeEndedSessions();
      await purgeNonces();
    },
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
  { name: 'approvals.expire', cron: '* * * * *', run: async () => void (await expireProposals()) },
  { name: 'mail.send', cron: '* * * * *', run: async () => void (await sendMail()) },
];
