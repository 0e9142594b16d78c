import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { Link } from '#components/ui/link.tsx';
import { notFound } from 'next/navigation';
import { PageHead } from '#components/bill/section.tsx';
import { STATE_WORDS } from '#components/cases/case-words.ts';
import { OpenedCaseView } from '#components/cases/opened-case.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { openCase } from '#lib/commands/open-case.ts';
import { caseNumber, type ReviewedCase } from '#lib/contract/cases.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { signedIn } from '../../../signed-in.ts';

export const metadata: Metadata = { title: 'Case' };

/** One case, opened by an agent: each showing is on record. */
export default async function InboxCasePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { viewer, profile } = await signedIn(`/admin/inbox/${id}`);
  const one = await openOrNull(viewer, id);
  if (!one) notFound();
  const { label, tone } = STATE_WORDS[one.state];
  return (
    <>
      <Link
        href="/admin/inbox"
        className="text-quiet hover:text-ink mb-4 inline-flex min-h-6 items-center gap-1.5 text-sm"
      >
        <ArrowLeft className="size-4" aria-hidden /> Inbox
      </Link>
      <PageHead
        title={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {one.customer} <Badge tone={tone}>{label}</Badge>
          </span>
        }
      >
        {one.kind === 'handover' ? 'Hand-over' : 'Contested answer'} {caseNumber(one.caseId)}. You see what
        the customer chose to send; their conversation stays theirs.
      </PageHead>
      <OpenedCaseView one={one} timeZone={profile.timeZone} />
    </>
  );
}

async function openOrNull(viewer: Viewer, id: string): Promise<ReviewedCase | null> {
  try {
    return await openCase(viewer, { id });
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}
