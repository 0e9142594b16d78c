import type { Metadata } from 'next';
import { PageHead } from '#components/bill/section.tsx';
import { LiveBoard } from '#components/lab/class/board-view.tsx';
import { readBoard } from '#lib/operations/lab/class/read-board.ts';
import { inLab } from '../../lab-viewer.ts';

export const metadata: Metadata = { title: 'Board' };

/** Who solved what. */
export default async function BoardPage() {
  await inLab('/lab/board');
  return (
    <>
      <PageHead title="Board">Whoever solved most stands first; of equals, whoever was there first.</PageHead>
      <LiveBoard first={await readBoard()} />
    </>
  );
}
