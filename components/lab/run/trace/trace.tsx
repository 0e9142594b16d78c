'use client';

import { type RefObject, useMemo } from 'react';
import { OutcomeBadge } from '../../outcome/outcome-badge.tsx';
import { eventsOf, isOver, type Panes, type Side, SIDES } from '../pane.ts';
import { useWalk } from '../walk/use-walk.ts';
import { useWalkKeys } from '../walk/use-walk-keys.ts';
import { WalkBar } from '../walk/walk-bar.tsx';
import { arrangeRows, firstDifference } from './arrange-rows.ts';
import { TraceRow } from './trace-row.tsx';

type HeadProps = { panes: Panes; titles: Readonly<Record<Side, string>> };
type TraceProps = HeadProps & {
  /** Texts of others that stood in the ledger before. */
  planted: readonly string[];
  /** Within it the arrow keys step: wider than the trace, since the focus stays on the button that ran it. */
  area: RefObject<HTMLElement | null>;
};

/** The whole way of both runs, station by station, and the first at which they part. */
export function Trace({ panes, titles, planted, area }: TraceProps) {
  const rows = useMemo(() => arrangeRows(panes), [panes]);
  const difference = useMemo(() => firstDifference(panes), [panes]);
  const walk = useWalk(rows.length);
  const canWalk = SIDES.every((side) => isOver(panes[side]));
  useWalkKeys(area, walk, canWalk ? rows.length : 0);
  const at = rows.findIndex(({ id }) => id === difference);
  return (
    <section aria-label="Trace" className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h2 className="text-lg font-semibold">The whole way</h2>
      <TraceHead panes={panes} titles={titles} />
      {rows.slice(0, walk.shown).map((row, place) => (
        <TraceRow
          key={row.id}
          row={row}
          number={place + 1}
          titles={titles}
          panes={panes}
          planted={planted}
          isDifference={row.id === difference}
          isCurrent={walk.at === place}
        />
      ))}
      {canWalk && <WalkBar walk={walk} count={rows.length} difference={at === -1 ? null : at} />}
    </section>
  );
}

/** Stays in sight while one scrolls: which side is which, and how it ended. */
function TraceHead({ panes, titles }: HeadProps) {
  return (
    <div className="bg-page/95 border-line sticky top-14 z-10 grid grid-cols-2 gap-3 border-b px-3 py-2.5 backdrop-blur sm:px-4 md:gap-5">
      {SIDES.map((side) => {
        const verdict = eventsOf(panes[side].events, 'ended').at(-1)?.data;
        return (
          <p key={side} className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1 font-semibold">
            <span className="min-w-0 [overflow-wrap:anywhere]">{titles[side]}</span>
            {verdict ? (
              <OutcomeBadge outcome={verdict.outcome} />
            ) : (
              <span className="text-quiet text-sm font-normal">
                {panes[side].status === 'running' ? 'running…' : ''}
              </span>
            )}
          </p>
        );
      })}
    </div>
  );
}
