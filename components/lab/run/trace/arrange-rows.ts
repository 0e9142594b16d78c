import type { TraceEvent } from '#lib/contract/lab/trace.ts';
import { isOver, type Panes, type Side } from '../pane.ts';
import { comparePlaces, idOf, type Place, placeEvents, type Station } from './stations.ts';

/** One row of the page: the same station of both traces, side by side. */
export type Row = {
  id: string;
  station: Station;
  step: number;
  /** How often the model was asked before, from 0; for stations that repeat. */
  round: number;
  cells: Readonly<Record<Side, readonly TraceEvent[]>>;
};

type Cells = Record<Side, TraceEvent[]>;

/** Both traces as rows, in the order of the walk. */
export function arrangeRows({ left, right }: Panes): Row[] {
  const rows = new Map<string, { place: Place; cells: Cells }>();
  const fill = (side: Side, events: readonly TraceEvent[]) => {
    for (const { event, place } of placeEvents(events)) {
      const id = idOf(place);
      const row = rows.get(id) ?? { place, cells: { left: [], right: [] } };
      row.cells[side].push(event);
      rows.set(id, row);
    }
  };
  fill('left', left.events);
  fill('right', right.events);
  return [...rows.entries()]
    .toSorted(([, one], [, other]) => comparePlaces(one.place, other.place))
    .map(([id, { place, cells }]) => ({ id, ...place, cells }));
}

/**
 * The row in which two traces of one attack differ first, by the fingerprints of their events. Null while they are the same,
 * or where one has only come less far yet.
 */
export function firstDifference({ left, right }: Panes): string | null {
  const [one, other] = [placeEvents(left.events), placeEvents(right.events)];
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const [here, there] = [one[at], other[at]];
    if (!here && !isOver(left)) return null;
    if (!there && !isOver(right)) return null;
    if (here?.event.key === there?.event.key) continue;
    const places = [here, there].flatMap((found) => (found ? [found.place] : []));
    const [first] = places.toSorted(comparePlaces);
    return first ? idOf(first) : null;
  }
  return null;
}
