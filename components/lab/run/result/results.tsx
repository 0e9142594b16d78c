'use client';

import { useEffect, useRef } from 'react';
import { type Panes, type Side, SIDES } from '../pane.ts';
import { FlagNote } from './flag-note.tsx';
import { ResultPane } from './result-pane.tsx';

type ResultsProps = { panes: Panes; titles: Readonly<Record<Side, string>> };

/** Both results side by side; comes into sight as soon as a run begins. */
export function Results({ panes, titles }: ResultsProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A newer browser answers with a promise, which is no clean-up.
    place.current?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  }, []);
  return (
    <div
      ref={place}
      className="grid scroll-mt-20 grid-cols-[minmax(0,1fr)] gap-4 md:grid-cols-2"
      aria-live="polite"
    >
      {SIDES.map((side) => (
        <div key={side} className="grid grid-cols-[minmax(0,1fr)] content-start gap-3">
          <ResultPane title={titles[side]} pane={panes[side]} />
          {panes[side].flag && <FlagNote flag={panes[side].flag} />}
        </div>
      ))}
    </div>
  );
}
