import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { isAmountBand } from '#components/approvals/queue/filter-queue.ts';
import { Queue, type QueueFilter } from '#components/approvals/queue/queue.tsx';
import { changeToolSchema } from '#lib/contract/approvals.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { listQueue } from '#lib/stages/approvals/list-queue.ts';
import { signedIn } from '../../signed-in.ts';

export const metadata: Metadata = { title: 'Approvals queue' };

const CUSTOMER_MAX_CHARACTERS = 80;

type Query = Record<'state' | 'tool' | 'amount' | 'customer', string | string[] | undefined>;

/** Content-free rows for finance approvers; for everybody else there is nothing here. */
export default async function QueuePage({ searchParams }: { searchParams: Promise<Query> }) {
  const { viewer, profile } = await signedIn('/admin/approvals');
  if (viewer.role !== 'approver') notFound();
  const filter = readFilter(await searchParams);
  const items = await withViewer(viewer, (tx) =>
    listQueue(viewer, tx, { status: filter.state, tool: filter.tool ?? undefined }),
  );
  return <Queue items={items} filter={filter} timeZone={profile.timeZone} />;
}

function readFilter({ state, tool, amount, customer }: Query): QueueFilter {
  return {
    state: state === 'ended' ? 'ended' : 'waiting',
    tool: changeToolSchema.safeParse(tool).data ?? null,
    band: typeof amount === 'string' && isAmountBand(amount) ? amount : null,
    customer: typeof customer === 'string' ? customer.slice(0, CUSTOMER_MAX_CHARACTERS) : '',
  };
}
