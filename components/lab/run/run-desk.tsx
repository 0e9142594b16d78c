'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Switchboard } from '#lib/contract/lab/profile.ts';
import { type AttackChoice, type Choice, plantedBy, requestOf } from './choose/choices.ts';
import { Chooser } from './choose/chooser.tsx';
import { isOver, type Panes, SIDES } from './pane.ts';
import { Results } from './result/results.tsx';
import { Trace } from './trace/trace.tsx';
import { useDuel } from './use-duel.ts';
import { describeDefences } from './words.ts';

type RunDeskProps = {
  attacks: readonly AttackChoice[];
  board: Switchboard;
  /** What is chosen at first. */
  start: Choice;
  /** A player of a class hands flags in; a trainer shows the run itself. */
  handsIn?: boolean;
  /** Both sides have ended. */
  onOver?: (choice: Choice, panes: Panes) => void;
};

/** The heart of the lab: one attack, two sets of defences, both at once; what came of it, and the whole way there. */
export function RunDesk({ attacks, board, start, handsIn = false, onOver }: RunDeskProps) {
  const [choice, setChoice] = useState(start);
  /** What runs, or ran: the choice may change meanwhile. */
  const [ran, setRan] = useState({ choice: start, times: 0 });
  const { panes, isRunning, hasBegun, ...duel } = useDuel();
  const desk = useRef<HTMLDivElement>(null);
  const [left, right] = [requestOf(choice, 'left'), requestOf(choice, 'right')];
  const areOver = SIDES.every((side) => isOver(panes[side]));
  const tell = useEffectEvent(() => onOver?.(ran.choice, panes));
  useEffect(() => {
    if (areOver) tell();
  }, [areOver]);
  const run = () => {
    if (!left || !right) return;
    setRan({ choice, times: ran.times + 1 });
    duel.start({ left, right });
  };
  const titles = {
    left: describeDefences(ran.choice.by.left, board.profiles),
    right: describeDefences(ran.choice.by.right, board.profiles),
  };
  return (
    <div ref={desk} className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <Chooser
        attacks={attacks}
        board={board}
        choice={choice}
        isReady={left !== null && right !== null}
        isRunning={isRunning}
        onChange={setChoice}
        onRun={run}
        onStop={duel.stop}
      />
      {hasBegun && (
        // As high as the screen from the beginning, so that the results can come to its top.
        <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] content-start gap-8">
          <Results key={`results-${ran.times}`} panes={panes} titles={titles} handsIn={handsIn} />
          <Trace
            key={`trace-${ran.times}`}
            panes={panes}
            titles={titles}
            planted={plantedBy(ran.choice, attacks)}
            area={desk}
          />
        </div>
      )}
    </div>
  );
}
