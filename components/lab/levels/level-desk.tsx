'use client';

import { PartyPopper, Play } from 'lucide-react';
import { useState } from 'react';
import { Section, Sheet } from '#components/bill/section.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Level } from '#lib/contract/lab/level.ts';
import type { DefendedBy, Switchboard } from '#lib/contract/lab/profile.ts';
import type { AttackChoice, Choice } from '../run/choose/choices.ts';
import { eventsOf, type Panes } from '../run/pane.ts';
import { RunDesk } from '../run/run-desk.tsx';
import { useSolved } from './use-solved.ts';

type LevelDeskProps = {
  level: Level;
  /** What stood at the level before. */
  before: DefendedBy;
  attacks: readonly AttackChoice[];
  board: Switchboard;
  handsIn: boolean;
};

/** One level's own run: the level before on the left, this level on the right, and the honest sentences to try. */
export function LevelDesk({ level, before, attacks, board, handsIn }: LevelDeskProps) {
  const by = { left: before, right: level.by };
  const first = level.beatenBy ?? level.stops ?? attacks[0]?.id ?? '';
  const [start, setStart] = useState<Choice>({ what: { kind: 'attack', id: first }, by });
  const { solved, solve } = useSolved();
  const onOver = (choice: Choice, panes: Panes) => {
    if (isSolved(level, choice, panes)) solve(level.number);
  };
  const trySentence = (say: string) => setStart({ what: { kind: 'typed', messages: [say], plant: '' }, by });
  return (
    <>
      {solved.has(level.number) && (
        <p className="bg-good-soft text-good mb-5 flex w-fit items-center gap-2 rounded-xl px-4 py-2.5 font-medium">
          <PartyPopper className="size-4" aria-hidden /> Solved. On to the next level.
        </p>
      )}
      <RunDesk
        key={JSON.stringify(start)}
        attacks={attacks}
        board={board}
        start={start}
        handsIn={handsIn}
        onOver={onOver}
      />
      {level.honest.length > 0 && (
        <Section title="What honest people say" className="mt-10">
          <HonestSentences level={level} onTry={trySentence} />
        </Section>
      )}
    </>
  );
}

function HonestSentences({ level, onTry }: { level: Level; onTry: (say: string) => void }) {
  return (
    <Sheet>
      <ul className="divide-line divide-y">
        {level.honest.map(({ say, blocked }) => (
          <li key={say} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-5 py-3">
            <span className="min-w-0 grow basis-60">“{say}”</span>
            <Badge tone={blocked ? 'bad' : 'neutral'}>
              {blocked ? 'wrongly stopped here' : 'gets through'}
            </Badge>
            <Button size="small" onClick={() => onTry(say)}>
              <Play aria-hidden /> Try it
            </Button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** What beats a level landed under its own defences; at the last, where nothing does, its attack was stopped. */
function isSolved(level: Level, choice: Choice, panes: Panes): boolean {
  const outcome = eventsOf(panes.right.events, 'ended').at(-1)?.data.outcome;
  const isUnderLevel = JSON.stringify(choice.by.right) === JSON.stringify(level.by);
  return isUnderLevel && outcome === (level.beatenBy === null ? 'stopped' : 'landed');
}
