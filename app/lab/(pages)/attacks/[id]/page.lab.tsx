import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AttackPage } from '#components/lab/catalogue/attack-page.tsx';
import { lastMatrix, readSwitchboard } from '../../../lab-data.ts';
import { describeLook } from '#components/lab/catalogue/look-words.ts';
import { findAttack } from '#lib/operations/lab/catalogue/shipped.ts';
import { inLab } from '../../../lab-viewer.ts';

type AttackPageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: AttackPageProps): Promise<Metadata> {
  const { id } = await params;
  return { title: findAttack(id)?.title ?? 'Attack' };
}

/** One attack: story, script, oracle, what stops it and where. */
export default async function OneAttack({ params }: AttackPageProps) {
  const { id } = await params;
  await inLab(`/lab/attacks/${id}`);
  const attack = findAttack(id);
  if (!attack) notFound();
  const { defences, profiles } = readSwitchboard();
  return (
    <AttackPage
      attack={attack}
      defence={defences.find((defence) => defence.id === attack.defence.id)}
      profiles={profiles}
      oracle={attack.oracle.map(describeLook)}
      results={lastMatrix()?.attacks.find((row) => row.id === id)?.results ?? null}
    />
  );
}
