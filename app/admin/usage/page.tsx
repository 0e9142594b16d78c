import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '#components/bill/section.tsx';
import { Budgets } from '#components/usage/budgets/budgets.tsx';
import { OperatorUsage } from '#components/usage/operator-usage.tsx';
import { withViewer } from '#lib/kernel/db.ts';
import { listBudgets } from '#lib/operations/usage/list-budgets.ts';
import { readOperatorUsage } from '#lib/operations/usage/read-operator-usage.ts';
import { signedIn } from '../../signed-in.ts';
import { ownLimits } from './own-limits.ts';
import { readQuery } from './read-query.ts';

export const metadata: Metadata = { title: 'What the assistant used' };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Cost and tokens of everyone: administrators set limits, auditors look. No content. */
export default async function UsagePage({ searchParams }: PageProps) {
  const { viewer, profile } = await signedIn('/admin/usage');
  if (viewer.role !== 'admin' && viewer.role !== 'auditor') notFound();
  const query = readQuery(await searchParams);
  const { usage, budgets } = await withViewer(viewer, async (tx) => ({
    usage: await readOperatorUsage(viewer, tx, query),
    budgets: await listBudgets(viewer, tx),
  }));
  return (
    <>
      <PageHead title="What the assistant used">
        Cost and tokens by day, person, customer and model. Days are those of UTC. Nothing of what was said.
      </PageHead>
      <OperatorUsage
        usage={usage}
        tenant={query.tenant ?? ''}
        model={query.model ?? ''}
        timeZone={profile.timeZone}
      />
      <Budgets budgets={budgets} own={ownLimits(usage, query, budgets)} />
    </>
  );
}
