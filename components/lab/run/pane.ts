import type { TraceEvent, TraceKind, TraceOf } from '#lib/contract/lab/trace.ts';
import type { Flag } from '../wire/post-run.ts';

/** One of the two sides of a run. `cut` is a run whose end never came: stopped by hand, or the line broke. */
export type Pane = {
  status: 'idle' | 'running' | 'ended' | 'cut' | 'failed';
  events: readonly TraceEvent[];
  /** What went wrong before or between the events, in words. */
  problem: string | null;
  /** What a player of a class may hand in for this run. */
  flag: Flag | null;
};

export const EMPTY_PANE: Pane = { status: 'idle', events: [], problem: null, flag: null };

export const SIDES = ['left', 'right'] as const;
export type Side = (typeof SIDES)[number];
export type Panes = Readonly<Record<Side, Pane>>;

/** Nothing more will come. */
export function isOver({ status }: Pane): boolean {
  return status === 'ended' || status === 'cut' || status === 'failed';
}

/** The events of one kind, in order. */
export function eventsOf<Kind extends TraceKind>(
  events: readonly TraceEvent[],
  kind: Kind,
): readonly TraceOf<Kind>[] {
  return events.filter((event): event is TraceOf<Kind> => event.kind === kind);
}
