'use client';

import { Fragment, useEffect, useRef } from 'react';
import { Visible } from '#components/approvals/visible.tsx';
import type { TraceEvent } from '#lib/contract/lab/trace.ts';
import { eventsOf } from '../pane.ts';
import { markLeaks } from './mark-leaks.ts';

/** The last answer as it left, after every guard: what whoever typed got for it. */
export function Seen({ events }: { events: readonly TraceEvent[] }) {
  const last = eventsOf(events, 'left').at(-1)?.data;
  const refusal = eventsOf(events, 'answer').at(-1)?.data;
  const own = eventsOf(events, 'ledger')[0]?.data.customer.contactEmail ?? '';
  if (last && last.text !== '') return <Answer key={last.text} text={last.text} own={own} />;
  if (last) return <p className="text-quiet text-sm">Nothing at all.</p>;
  if (!refusal) return <p className="text-quiet text-sm">No answer yet.</p>;
  return (
    <p className="text-base">
      HTTP {refusal.status}{' '}
      {refusal.code && <code className="text-quiet font-mono text-sm">{refusal.code}</code>}
    </p>
  );
}

/** What leads out of it is marked, and in sight at first. */
function Answer({ text, own }: { text: string; own: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const mark = box.current?.querySelector<HTMLElement>('mark');
    if (box.current && mark) box.current.scrollTop = mark.offsetTop - box.current.clientHeight / 3;
  }, []);
  return (
    <div
      ref={box}
      tabIndex={0}
      className="bg-sunken relative max-h-52 overflow-auto rounded-xl px-4 py-3 text-base leading-snug [overflow-wrap:anywhere] whitespace-pre-wrap"
    >
      {markLeaks(text, own).map((part, at) => (
        <Fragment key={at}>
          {part.isLeak ? (
            <mark className="bg-bad-soft text-bad rounded px-0.5 font-semibold">
              <Lines text={part.text} />
            </mark>
          ) : (
            <Lines text={part.text} />
          )}
        </Fragment>
      ))}
    </div>
  );
}

/** Line breaks stay; every other character that nobody sees is written out. */
function Lines({ text }: { text: string }) {
  return text.split(/\r?\n/).map((line, at) => (
    <Fragment key={at}>
      {at > 0 && '\n'}
      <Visible text={line} />
    </Fragment>
  ));
}
