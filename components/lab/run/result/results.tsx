'use client';

import { useEffect, useRef } from 'react';
import { OUTCOME_LOOKS } from '../../outcome/outcome-badge.tsx';
import { eventsOf, type Pane, type Panes, type Side, SIDES } from '../pane.ts';
import { ResultPane } from './result-pane.tsx';

type ResultsProps = { panes: Panes; titles: Readonly<Record<Side, string>>; handsIn: boolean };

/** Both results side by side; comes into sight as soon as a run begins. */
export function Results({ panes, titles, handsIn }: ResultsProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A newer browser answers with a promise, which is no clean-up.
    place.current?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  }, []);
  return (
    <>
      <p role="status" className="sr-only">
        {SIDES.flatMap((side) => saidOf(titles[side], panes[side])).join(' ')}
      </p>
      {/* Both sides share their rows, so that outcome, inbox and ledger stand level. */}
      <div
        ref={place}
        className="grid scroll-mt-8 grid-cols-[minmax(0,1fr)] gap-4 md:grid-cols-2 md:grid-rows-[repeat(5,auto)] md:gap-y-0 lg:scroll-mt-0"
      >
        {SIDES.map((side) => (
          <ResultPane key={side} title={titles[side]} pane={panes[side]} handsIn={handsIn} />
        ))}
      </div>
    </>
  );
}

/** For those who do not see the panes: one sentence for each side that has ended. */
function saidOf(title: string, { events }: Pane): string[] {
  return eventsOf(events, 'ended').map(({ data }) => `${title}: ${OUTCOME_LOOKS[data.outcome].label}.`);
}
