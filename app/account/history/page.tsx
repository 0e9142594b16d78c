import type { Metadata } from 'next';
import { OwnHistory } from '#components/account/history/own-history.tsx';
import { PageHead } from '#components/bill/section.tsx';
import { StaffLanding } from '#components/shell/staff-landing.tsx';
import { maySee } from '#lib/contract/roles.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { organisationPeriodDays } from '#lib/stages/admission/organisation-period.ts';
import { readKeeping } from '#lib/stages/history/keeping/read-keeping.ts';
import { signedIn } from '../../signed-in.ts';

export const metadata: Metadata = { title: 'How long your chats are kept' };

/** The viewer's own chats: never longer than their organisation keeps them, shorter if they like. */
export default async function HistoryPage() {
  const { viewer } = await signedIn('/account/history');
  if (!maySee(viewer.role, 'chat')) return <StaffLanding role={viewer.role} />;
  const keeping = await withViewer(viewer, async (tx) =>
    readKeeping(viewer, tx, await organisationPeriodDays(viewer, tx)),
  );
  return (
    <>
      <PageHead title="How long your chats are kept">
        Only you can read them. Then each is deleted, and the key to it is destroyed, so that no copy can be
        read. A temporary chat is kept for an hour, whatever you choose here.
      </PageHead>
      <OwnHistory first={keeping} />
    </>
  );
}
