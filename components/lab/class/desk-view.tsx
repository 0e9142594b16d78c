'use client';

import { Monitor, Play, RotateCcw, Snowflake, Users } from 'lucide-react';
import { useState } from 'react';
import { Empty, Section, Sheet } from '#components/bill/section.tsx';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/dialog.tsx';
import { Link } from '#components/ui/link.tsx';
import { type Desk, deskSchema, type Reset } from '#lib/contract/lab/class.ts';
import { count } from '../run/words.ts';
import { reset, setFrozen } from './requests.ts';
import { usePolled } from './use-polled.ts';
import { WayIn } from './way-in.tsx';

const QUESTIONS = {
  all: {
    title: 'Everybody begins anew?',
    confirm: 'Reset all',
    words: 'All solved challenges are taken back. Everybody stays in the class.',
  },
  'next-group': {
    title: 'Welcome the next group?',
    confirm: 'Next group',
    words: 'This class ends. Its code and its players’ browsers open nothing any more; a new code is drawn.',
  },
} as const;

/** The trainer's desk: the way in, who is there, and what to do with the board. */
export function DeskView({ first }: { first: Desk }) {
  const { value, set, problem } = usePolled(deskSchema, '/api/lab/class', first);
  const [asked, setAsked] = useState<keyof typeof QUESTIONS | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const desk = value ?? first;
  const act = async (doing: ReturnType<typeof setFrozen>) => {
    const answered = await doing;
    if (answered.ok) set(answered.value);
    setTrouble(answered.ok ? null : answered.problem.message);
  };
  const begin = (what: Reset) => void act(reset(what));
  const question = asked && QUESTIONS[asked];
  return (
    <>
      <Section title="The way in">
        <WayIn desk={desk} />
      </Section>
      <div className="mb-10 flex flex-wrap gap-2">
        <Button look="primary" asChild>
          <Link href="/lab/projector">
            <Monitor aria-hidden /> Projector
          </Link>
        </Button>
        <Button onClick={() => void act(setFrozen(!desk.isFrozen))} aria-pressed={desk.isFrozen}>
          {desk.isFrozen ? <Play aria-hidden /> : <Snowflake aria-hidden />}
          {desk.isFrozen ? 'Let the board go on' : 'Freeze the board'}
        </Button>
        <Button onClick={() => setAsked('all')}>
          <RotateCcw aria-hidden /> Reset all
        </Button>
        <Button onClick={() => setAsked('next-group')}>
          <Users aria-hidden /> Next group
        </Button>
      </div>
      {(trouble ?? problem) && (
        <p role="alert" className="bg-warn-soft text-warn mb-6 rounded-xl px-4 py-3 text-sm">
          {trouble ?? problem}
        </p>
      )}
      <Section title="Players" aside={count(desk.players.length, 'player')}>
        <Players desk={desk} onReset={(playerId) => begin({ what: 'player', playerId })} />
      </Section>
      <ConfirmDialog
        open={question !== null}
        onOpenChange={(open) => (open ? undefined : setAsked(null))}
        title={question?.title ?? ''}
        confirm={question?.confirm ?? ''}
        onConfirm={() => asked && begin({ what: asked })}
      >
        {question?.words}
      </ConfirmDialog>
    </>
  );
}

function Players({ desk, onReset }: { desk: Desk; onReset: (playerId: string) => void }) {
  if (desk.players.length === 0)
    return <Empty title="Nobody has joined yet">Put the code on the wall.</Empty>;
  return (
    <Sheet>
      <ul className="divide-line divide-y">
        {desk.players.map((player) => (
          <li key={player.id} className="flex items-center justify-between gap-4 px-5 py-2.5">
            <span className="min-w-0 font-medium [overflow-wrap:anywhere]">{player.name}</span>
            <span className="flex items-center gap-3">
              <span className="text-quiet tabular text-sm">{player.solved} solved</span>
              <Button size="small" onClick={() => onReset(player.id)} aria-label={`Reset ${player.name}`}>
                <RotateCcw aria-hidden /> Reset
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
