import type { Metadata } from 'next';
import { MyApprovals } from '#components/approvals/my-approvals.tsx';
import { MoneyIsWithOwner } from '#components/bill/money-only.tsx';
import { StaffLanding } from '#components/shell/staff-landing.tsx';
import { maySee } from '#lib/contract/roles.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { listProposals } from '#lib/stages/approvals/list-proposals.ts';
import { signedIn } from '../signed-in.ts';

export const metadata: Metadata = { title: 'Approvals' };

/** The viewer's own proposals. What they show is not a nonce: each card fetches one when it is decided. */
export default async function ApprovalsPage() {
  const { viewer, profile } = await signedIn('/approvals');
  if (!maySee(viewer.role, 'chat')) return <StaffLanding role={viewer.role} />;
  if (!maySee(viewer.role, 'money')) return <MoneyIsWithOwner what="Approvals" />;
  const { waiting, ended } = await withViewer(viewer, async (tx) => ({
    waiting: await listProposals(viewer, tx, { status: 'waiting' }),
    ended: await listProposals(viewer, tx, { status: 'ended' }),
  }));
  return <MyApprovals waiting={waiting} ended={ended} timeZone={profile.timeZone} />;
}
