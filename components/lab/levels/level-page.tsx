import { ChevronLeft, ChevronRight, ToggleRight } from 'lucide-react';
import { PageHead, Section } from '#components/bill/section.tsx';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import type { Level } from '#lib/contract/lab/level.ts';
import type { DefendedBy, Switchboard } from '#lib/contract/lab/profile.ts';
import { Hints } from '../hints.tsx';
import type { AttackChoice } from '../run/choose/choices.ts';
import { LevelDesk } from './level-desk.tsx';

type LevelPageProps = {
  level: Level;
  before: DefendedBy;
  /** How many levels there are. */
  count: number;
  attacks: readonly AttackChoice[];
  board: Switchboard;
  /** A player of a class. */
  handsIn: boolean;
};

/** A lesson, its run, and what to look at afterwards. */
export function LevelPage({ level, before, count, attacks, board, handsIn }: LevelPageProps) {
  return (
    <>
      <PageHead
        title={
          <>
            <span className="text-quiet tabular block text-base font-medium">
              Level {level.number} of {count}
            </span>
            {level.title}
          </>
        }
        actions={<Neighbours number={level.number} count={count} />}
      >
        {level.lesson}
      </PageHead>
      <p className="bg-accent-soft text-accent mb-5 flex w-fit max-w-full items-center gap-2.5 rounded-xl px-4 py-2.5 font-medium">
        <ToggleRight className="size-5 shrink-0" aria-hidden />
        <span>Just switched on: {level.switchedOn}</span>
      </p>
      <LevelDesk level={level} before={before} attacks={attacks} board={board} handsIn={handsIn} />
      <Section title="Hints" className="mt-10">
        <Hints hints={level.hints} />
      </Section>
      <Section title="Look at this afterwards">
        <p className="max-w-prose">{level.afterwards}</p>
      </Section>
    </>
  );
}

function Neighbours({ number, count }: { number: number; count: number }) {
  return (
    <>
      {number > 1 && (
        <Button asChild>
          <Link href={`/lab/levels/${number - 1}`}>
            <ChevronLeft aria-hidden /> Level {number - 1}
          </Link>
        </Button>
      )}
      {number < count && (
        <Button asChild>
          <Link href={`/lab/levels/${number + 1}`}>
            Level {number + 1} <ChevronRight aria-hidden />
          </Link>
        </Button>
      )}
    </>
  );
}
