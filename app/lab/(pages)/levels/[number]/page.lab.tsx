import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LevelPage } from '#components/lab/levels/level-page.tsx';
import { attackChoices, readLevels, readSwitchboard } from '../../../lab-data.ts';
import { inLab } from '../../../lab-viewer.ts';

type LevelPageProps = { params: Promise<{ number: string }> };

export async function generateMetadata({ params }: LevelPageProps): Promise<Metadata> {
  const { number } = await params;
  return { title: `Level ${number}` };
}

/** One level of the learning path. */
export default async function OneLevel({ params }: LevelPageProps) {
  const { number } = await params;
  const { kind } = await inLab(`/lab/levels/${number}`);
  const levels = readLevels();
  const level = levels.find((one) => String(one.number) === number);
  if (!level) notFound();
  const before = levels.find((one) => one.number === level.number - 1);
  const named = [level.beatenBy, level.stops, before?.beatenBy];
  const attacks = attackChoices();
  const own = attacks.filter(({ id }) => named.includes(id));
  return (
    <LevelPage
      level={level}
      before={before?.by ?? { profile: 'none' }}
      count={levels.length}
      attacks={own.length > 0 ? own : attacks}
      board={readSwitchboard()}
      handsIn={kind === 'player'}
    />
  );
}
