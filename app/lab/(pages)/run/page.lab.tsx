import type { Metadata } from 'next';
import { PageHead } from '#components/bill/section.tsx';
import { RunDesk } from '#components/lab/run/run-desk.tsx';
import { readDefences } from '#components/lab/run/run-href.ts';
import { attackChoices, readSwitchboard } from '../../lab-data.ts';
import { inLab } from '../../lab-viewer.ts';

export const metadata: Metadata = { title: 'Run' };

type RunPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** One attack against two sets of defences. What is chosen at first stands in the address, so that a demonstration can be kept. */
export default async function RunPage({ searchParams }: RunPageProps) {
  const { kind } = await inLab('/lab/run');
  const { attack, left, right } = await searchParams;
  const attacks = attackChoices();
  const chosen = attacks.find(({ id }) => id === attack) ?? attacks[0];
  const by = {
    left: readDefences(first(left)) ?? { profile: 'none' as const },
    right: readDefences(first(right)) ?? { profile: 'everything' as const },
  };
  return (
    <>
      <PageHead title="Run an attack">
        The same attack on both sides at once. Only the defences differ.
      </PageHead>
      <RunDesk
        key={JSON.stringify([chosen?.id, by])}
        attacks={attacks}
        board={readSwitchboard()}
        handsIn={kind === 'player'}
        start={{ what: { kind: 'attack', id: chosen?.id ?? '' }, by }}
      />
    </>
  );
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
