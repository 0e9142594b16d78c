import type { Metadata } from 'next';
import { PageHead } from '#components/bill/section.tsx';
import { StaffLanding } from '#components/shell/staff-landing.tsx';
import { OwnUsage } from '#components/usage/own-usage.tsx';
import { maySee } from '#lib/contract/roles.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { readOwnUsage } from '#lib/operations/usage/read-own-usage.ts';
import { signedIn } from '../../signed-in.ts';

export const metadata: Metadata = { title: 'What the assistant used' };

/** The viewer's own; an owner also sees what is left for the whole organisation. No content. */
export default async function OwnUsagePage() {
  const { viewer, profile } = await signedIn('/account/usage');
  if (!maySee(viewer.role, 'chat')) return <StaffLanding role={viewer.role} />;
  const usage = await withViewer(viewer, (tx) => readOwnUsage(viewer, tx));
  return (
    <>
      <PageHead title="What the assistant used">
        Asking costs you nothing. What the model behind it costs us is limited, for you and for your
        organisation, by day and by month.
      </PageHead>
      <OwnUsage usage={usage} timeZone={profile.timeZone} />
    </>
  );
}
