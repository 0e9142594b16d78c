'use client';

import { useEffect, useRef, useState } from 'react';
import type { Switchboard } from '#lib/contract/lab/profile.ts';
import { type AttackChoice, type Choice, requestOf } from './choose/choices.ts';
import { Chooser } from './choose/chooser.tsx';
import { FlagNote } from './result/flag-note.tsx';
import { ResultPane } from './result/result-pane.tsx';
import { isOver, type Panes, SIDES } from './pane.ts';
import { Trace } from './trace/trace.tsx';
import { useDuel } from './use-duel.ts';
import { describeDefences } from './words.ts';

type RunDeskProps = {
  attacks: readonly AttackChoice[];
  board: Switchboard;
  /** What is chosen at first. */
  start: Choice;
  /** Both sides have ended. */
  onOver?: (choice: Choice, panes: Panes) => void;
};

/** The heart of the lab: one attack, two sets of defences, both at once; what came of it, and the whole way there. */
export function RunDesk({ attacks, board, start, onOver }: RunDeskProps) {
  const [choice, setChoice] = useState(start);
  /** What runs, or ran: the choice may change meanwhile. */
  const [ran, setRan] = useState(start);
  const duel = useDuel();
  const desk = useRef<HTMLDivElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const [left, right] = [requestOf(choice, 'left'), requestOf(choice, 'right')];
  useEffect(() => {
    if (duel.hasBegun) results.current?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  }, [duel.hasBegun, ran]);
  const { panes } = duel;
  const areOver = SIDES.every((side) => isOver(panes[side]));
  const tell = useRef(onOver);
  tell.current = onOver;
  useEffect(() => {
    if (areOver) tell.current?.(ran, panes);
  }, [areOver, ran, panes]);
  const run = () => {
    if (!left || !right) return;
    setRan({ ...choice });
    duel.start({ left, right });
  };
  const titles = {
    left: describeDefences(ran.by.left, board.profiles),
    right: describeDefences(ran.by.right, board.profiles),
  };
  return (
    <div ref={desk} className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <Chooser
        attacks={attacks}
        board={board}
        choice={choice}
        isReady={left !== null && right !== null}
        isRunning={duel.isRunning}
        onChange={setChoice}
        onRun={run}
        onStop={duel.stop}
      />
      {duel.hasBegun && (
        <>
          <div ref={results} className="grid scroll-mt-20 gap-4 md:grid-cols-2" aria-live="polite">
            {SIDES.map((side) => (
              <div key={side} className="grid content-start gap-3">
                <ResultPane title={titles[side]} pane={panes[side]} />
                {panes[side].flag && <FlagNote flag={panes[side].flag} />}
              </div>
            ))}
          </div>
          <Trace key={JSON.stringify(ran)} panes={panes} titles={titles} area={desk} />
        </>
      )}
    </div>
  );
}
