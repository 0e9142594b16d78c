import { LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '#components/ui/badge.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { OutcomeBadge } from '../../outcome/outcome-badge.tsx';
import { eventsOf, type Pane } from '../pane.ts';
import { FlagNote } from './flag-note.tsx';
import { Inbox } from './inbox.tsx';
import { Ledger } from './ledger.tsx';
import { Seen } from './seen.tsx';
import { Verdict } from './verdict.tsx';

const EDGES = {
  landed: 'border-bad',
  stopped: 'border-good',
  'not-tried': 'border-line-strong border-dashed',
} as const;

type ResultPaneProps = { title: string; pane: Pane; handsIn: boolean };

/** One side's result, in type for the last row: outcome with its evidence, what came back, the attacker's inbox, the ledger. */
export function ResultPane({ title, pane, handsIn }: ResultPaneProps) {
  const verdict = eventsOf(pane.events, 'ended').at(-1)?.data;
  const live = eventsOf(pane.events, 'began').some(({ data }) => data.live);
  return (
    <section
      aria-label={`Result: ${title}`}
      className={classNames(
        'bg-surface border-line grid grid-cols-[minmax(0,1fr)] gap-y-5 rounded-2xl border-2 p-5 sm:p-6 md:row-span-5 md:grid-rows-subgrid',
        verdict && EDGES[verdict.outcome],
      )}
    >
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="text-xl font-semibold">{title}</h3>
        <span className="flex items-center gap-2">
          {live && <Badge tone="warn">Live model: may differ each time</Badge>}
          {verdict ? <OutcomeBadge outcome={verdict.outcome} large /> : <Status pane={pane} />}
        </span>
      </header>
      <div className="grid content-start gap-3">
        {pane.problem && (
          <p role="alert" className="bg-warn-soft text-warn rounded-xl px-4 py-3 text-sm">
            {pane.problem}
          </p>
        )}
        {verdict && <Verdict verdict={verdict} />}
        {handsIn && pane.flag && <FlagNote flag={pane.flag} />}
      </div>
      <Part title="What came back">
        <Seen events={pane.events} />
      </Part>
      <Part title="Attacker’s inbox">
        <Inbox events={pane.events} />
      </Part>
      <Part title="The customer’s ledger">
        <Ledger events={pane.events} />
      </Part>
    </section>
  );
}

function Status({ pane }: { pane: Pane }) {
  if (pane.status !== 'running') return null;
  return (
    <span className="text-quiet flex items-center gap-2 text-sm">
      <LoaderCircle className="size-4 animate-spin" aria-hidden /> Running…
    </span>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="border-line grid grid-cols-[minmax(0,1fr)] content-start gap-2 border-t pt-4">
      <h4 className="text-quiet text-[0.8125rem]">{title}</h4>
      {children}
    </div>
  );
}
