import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FilterLinks } from '#components/bill/filter-links.tsx';
import { PageHead } from '#components/bill/section.tsx';
import { InboxRows } from '#components/cases/inbox-rows.tsx';
import { KeepFresh } from '#components/cases/keep-fresh.tsx';
import { caseStateSchema } from '#lib/contract/cases.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { listInbox } from '#lib/stages/history/cases/list-inbox.ts';
import { signedIn } from '../../signed-in.ts';

export const metadata: Metadata = { title: 'Inbox' };

const REFRESH_MS = 20_000;
const STATES = [
  { value: 'open', label: 'Waiting' },
  { value: 'answered', label: 'Answered' },
  { value: 'closed', label: 'Closed' },
] as const;

type InboxPageProps = { searchParams: Promise<{ state?: string | string[] }> };

/** Cases that wait for an agent. Nothing that a customer wrote stands here. */
export default async function InboxPage({ searchParams }: InboxPageProps) {
  const { viewer } = await signedIn('/admin/inbox');
  if (viewer.role !== 'agent') notFound();
  const state = caseStateSchema.safeParse((await searchParams).state).data;
  const items = await withViewer(viewer, (tx) => listInbox(viewer, tx, { state }));
  return (
    <>
      <PageHead title="Inbox">
        Hand-overs and contested answers, the longest wait first. Opening one is on record.
      </PageHead>
      <div className="mb-4">
        <FilterLinks name="state" label="By state" options={STATES} current={state ?? null} keep={{}} />
      </div>
      <InboxRows items={items} now={new Date().toISOString()} />
      <KeepFresh everyMs={REFRESH_MS} />
    </>
  );
}
