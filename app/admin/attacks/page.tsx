import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AttackRows } from '#components/attacks/attack-rows.tsx';
import { PageHead } from '#components/bill/section.tsx';
import { withViewer } from '#lib/kernel/db.ts';
import { listAttacks } from '#lib/stages/input-guard/memory/list-attacks.ts';
import { signedIn } from '../../signed-in.ts';

export const metadata: Metadata = { title: 'Attacks' };

/** What agents confirmed as attacks. Nothing that a customer wrote stands here. */
export default async function AttacksPage() {
  const { viewer, profile } = await signedIn('/admin/attacks');
  if (viewer.role !== 'agent') notFound();
  const items = await withViewer(viewer, (tx) => listAttacks(viewer, tx));
  return (
    <>
      <PageHead title="Attacks">
        Messages that resemble one of these are flagged, whoever writes them. No words are kept. Removing one
        is on record.
      </PageHead>
      <AttackRows items={items} timeZone={profile.timeZone} />
    </>
  );
}
