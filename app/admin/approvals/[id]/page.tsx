import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OpenedProposal } from '#components/approvals/queue/opened-proposal.tsx';
import { openApproval } from '#lib/commands/open-approval.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { signInMethods } from '#lib/stages/identity/sign-in-methods.ts';
import { signedIn } from '../../../signed-in.ts';
import { readContext } from './read-context.ts';

export const metadata: Metadata = { title: 'Approval' };

export default async function ProposalPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { viewer, profile } = await signedIn(`/admin/approvals/${id}`);
  if (viewer.role !== 'approver') notFound();
  const opened = await readProposal(viewer, id, profile.locale);
  if (!opened) notFound();
  return (
    <OpenedProposal
      {...opened}
      timeZone={profile.timeZone}
      demonstrates={signInMethods().demoAccounts.length > 0}
    />
  );
}

async function readProposal(viewer: Viewer, id: string, locale: string) {
  try {
    const card = await openApproval(viewer, { id, requestId: newId() });
    return { card, context: await readContext(viewer, { id, locale }) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}
