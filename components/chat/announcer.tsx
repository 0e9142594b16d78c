'use client';

import { useEffect, useState } from 'react';
import type { LiveTurn } from './live-turn.ts';

/** Tells screen readers when an answer begins and, once, what it says: never word by word. */
export function Announcer({ live }: { live: LiveTurn | null }) {
  const [said, setSaid] = useState('');
  const running = live !== null && live.finish === null;
  const ended = live?.finish ? endWords(live) : null;
  useEffect(() => {
    if (running) setSaid('The assistant is looking that up.');
    else if (ended !== null) setSaid(ended);
  }, [running, ended]);
  return (
    <div className="sr-only" role="status" aria-live="polite">
      {said}
    </div>
  );
}

function endWords(live: LiveTurn): string {
  if (live.finish === 'aborted') return 'Answer stopped.';
  if (live.finish === 'error') return 'The answer could not be finished.';
  const answer = `Answer: ${live.text.replaceAll(/[*_`#|]/g, '')}`;
  const titles = live.approvals.map(({ title }) => title);
  return titles.length === 0 ? answer : `${answer} A change waits for your decision: ${titles.join('; ')}.`;
}
