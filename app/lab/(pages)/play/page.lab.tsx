import type { Metadata } from 'next';
import { PageHead } from '#components/bill/section.tsx';
import { PlayerView } from '#components/lab/class/player-view.tsx';
import { listSolved } from '#lib/operations/lab/class/list-solved.ts';
import { inLab } from '../../lab-viewer.ts';

export const metadata: Metadata = { title: 'Play' };

/** A player's own page. */
export default async function PlayPage() {
  const { kind, name, isFrozen, playerId } = await inLab('/lab/play');
  return (
    <>
      <PageHead title={name}>
        Land the attack of a level under its defences; the run then shows your flag. Nobody else’s flag counts
        for you.
      </PageHead>
      <PlayerView first={{ kind, name, isFrozen, solved: await listSolved(playerId) }} />
    </>
  );
}
