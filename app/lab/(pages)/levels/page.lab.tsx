import type { Metadata } from 'next';
import { PageHead } from '#components/bill/section.tsx';
import { LevelPath } from '#components/lab/levels/level-path.tsx';
import { readLevels } from '../../lab-data.ts';
import { inLab } from '../../lab-viewer.ts';

export const metadata: Metadata = { title: 'Levels' };

/** The learning path: each level switches one defence on, and shows what still gets past it. */
export default async function LevelsPage() {
  await inLab('/lab/levels');
  return (
    <>
      <PageHead title="Twelve levels">
        Each one switches a defence on and shows the variation that beats it, until nothing does.
      </PageHead>
      <LevelPath levels={readLevels()} />
    </>
  );
}
