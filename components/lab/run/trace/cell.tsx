import type { ReactNode } from 'react';
import type { TraceEvent, TraceKind } from '#lib/contract/lab/trace.ts';
import { count } from '../words.ts';
import { CardCell } from './cells/card-cell.tsx';
import { DefenderCell } from './cells/defender-cell.tsx';
import { AnswerCell, DecidedCell, MeanwhileCell, RequestCell } from './cells/door-cells.tsx';
import { LeftCell, ShownCell } from './cells/left-cells.tsx';
import { ModelCell, ToolCell } from './cells/model-cells.tsx';
import { PromptCell } from './cells/prompt-cell.tsx';
import { StageList } from './cells/stage-list.tsx';
import { TypedCell } from './cells/typed-cell.tsx';
import { InboxHits } from '../result/inbox.tsx';

/** What repeats more often than this is counted, not drawn: fifty messages say no more than three. */
const DRAWN = 3;
const MORE_DRAWN: Partial<Record<TraceKind, number>> = { tool: 12, card: 6, decided: 6, request: 6, left: 6 };

type CellProps = {
  events: readonly TraceEvent[];
  /** What this side's people have typed. */
  typed: readonly string[];
  isOver: boolean;
};

/** What one side has at a station, or that the walk never came here. */
export function Cell({ events, typed, isOver }: CellProps) {
  if (events.length === 0) return <Nothing isOver={isOver} />;
  const stages = events.flatMap((event) => (event.kind === 'stage' ? [event.data] : []));
  if (stages.length > 0) return <StageList stages={stages} />;
  const hits = events.flatMap((event) => (event.kind === 'inbox' ? [event.data] : []));
  if (hits.length > 0) return <InboxHits hits={hits} />;
  const most = (events[0] && MORE_DRAWN[events[0].kind]) ?? DRAWN;
  return (
    <>
      {events.slice(0, most).map((event) => (
        <Box key={event.seq}>
          <Body event={event} typed={typed} />
        </Box>
      ))}
      {events.length > most && (
        <p className="text-quiet text-sm">and {count(events.length - most, 'more event')} like these</p>
      )}
    </>
  );
}

function Body({ event, typed }: { event: TraceEvent; typed: readonly string[] }) {
  switch (event.kind) {
    case 'typed':
      return <TypedCell typed={event.data} />;
    case 'request':
      return <RequestCell request={event.data} />;
    case 'answer':
      return <AnswerCell answer={event.data} />;
    case 'meanwhile':
      return <MeanwhileCell what={event.data.what} />;
    case 'prompt':
      return <PromptCell prompt={event.data} typed={typed} />;
    case 'model':
      return <ModelCell model={event.data} />;
    case 'tool':
      return <ToolCell tool={event.data} />;
    case 'card':
      return <CardCell card={event.data} />;
    case 'decided':
      return <DecidedCell decided={event.data} />;
    case 'left':
      return <LeftCell left={event.data} />;
    case 'shown':
      return <ShownCell shown={event.data} />;
    case 'defender':
      return <DefenderCell entries={event.data.entries} />;
    case 'trouble':
      return (
        <p className="text-warn">
          {event.data.where}: {event.data.message}
        </p>
      );
    default:
      return null;
  }
}

function Box({ children }: { children: ReactNode }) {
  return (
    <div className="bg-surface border-line grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2 rounded-xl border px-3.5 py-3 text-sm">
      {children}
    </div>
  );
}

function Nothing({ isOver }: { isOver: boolean }) {
  return (
    <p className="border-line text-quiet rounded-xl border border-dashed px-3.5 py-3 text-sm">
      {isOver ? 'Never came here.' : 'Not here yet…'}
    </p>
  );
}
