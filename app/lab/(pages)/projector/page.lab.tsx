import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ProjectorView } from '#components/lab/class/projector-view.tsx';
import { readBoard } from '#lib/operations/lab/class/read-board.ts';
import { readDesk } from '#lib/operations/lab/class/read-desk.ts';
import { inLab } from '../../lab-viewer.ts';

export const metadata: Metadata = { title: 'Projector' };

/** For the wall: address, code, QR code and the board. */
export default async function ProjectorPage() {
  const { kind } = await inLab('/lab/projector');
  if (kind !== 'trainer') notFound();
  return (
    <>
      <h1 className="mb-6 text-4xl font-semibold tracking-tight sm:text-5xl">Join the class</h1>
      <ProjectorView desk={await readDesk()} board={await readBoard()} />
    </>
  );
}
