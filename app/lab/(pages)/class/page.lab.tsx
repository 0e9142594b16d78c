import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '#components/bill/section.tsx';
import { DeskView } from '#components/lab/class/desk-view.tsx';
import { readDesk } from '#lib/operations/lab/class/read-desk.ts';
import { inLab } from '../../lab-viewer.ts';

export const metadata: Metadata = { title: 'Class' };

/** The trainer's desk. */
export default async function ClassPage() {
  const { kind } = await inLab('/lab/class');
  if (kind !== 'trainer') notFound();
  return (
    <>
      <PageHead title="Class">
        Players join with a code, run attacks on this machine and hand in flags. Their way in opens the lab
        and nothing else.
      </PageHead>
      <DeskView first={await readDesk()} />
    </>
  );
}
