import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '#components/bill/section.tsx';
import { Alerts } from '#components/retention/alerts.tsx';
import { Holds } from '#components/retention/holds.tsx';
import { Periods } from '#components/retention/periods.tsx';
import { Schedule } from '#components/retention/schedule.tsx';
import { withViewer } from '#lib/kernel/db.ts';
import { nextMoment } from '#lib/operations/jobs/cron.ts';
import { PURGE_CRON, VERIFY_CRON } from '#lib/operations/retention/schedule.ts';
import { readOverview } from '#lib/operations/retention/read-overview.ts';
import { signedIn } from '../../signed-in.ts';

export const metadata: Metadata = { title: 'Retention' };

/** What is kept for how long, what goes next, what must stay. No content: administrators change it, auditors look. */
export default async function RetentionPage() {
  const { viewer, profile } = await signedIn('/admin/retention');
  if (viewer.role !== 'admin' && viewer.role !== 'auditor') notFound();
  const { now, rows, alerts, holds, periods, customers, mayChange } = await withViewer(viewer, (tx) =>
    readOverview(viewer, tx),
  );
  const { timeZone } = profile;
  const next = (cron: string) => (nextMoment(cron, now) ?? now).toISOString();
  return (
    <>
      <PageHead title="Retention">
        What is kept for how long, and what the next run removes. A check of its own counts what is older than
        promised, whether the job runs or not.
      </PageHead>
      <Alerts alerts={alerts} rows={rows} timeZone={timeZone} />
      <Schedule
        rows={rows}
        nextRunAt={next(PURGE_CRON)}
        nextCheckAt={next(VERIFY_CRON)}
        timeZone={timeZone}
      />
      <Holds holds={holds} customers={customers} mayChange={mayChange} timeZone={timeZone} />
      <Periods periods={periods} customers={customers} rows={rows} mayChange={mayChange} />
    </>
  );
}
