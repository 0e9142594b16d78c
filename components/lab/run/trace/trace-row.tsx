import { Sparkle } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { eventsOf, isOver, type Pane, type Panes, type Side, SIDES } from '../pane.ts';
import type { Row } from './arrange-rows.ts';
import { Cell } from './cell.tsx';
import { STATION_ICONS } from './station-icons.ts';
import { STATIONS } from './stations.ts';

type TraceRowProps = {
  row: Row;
  /** Place among all rows, from 1. */
  number: number;
  titles: Readonly<Record<Side, string>>;
  panes: Panes;
  planted: readonly string[];
  isDifference: boolean;
  isCurrent: boolean;
};

/** One station of the walk, both sides beside each other; on phones one below the other. */
export function TraceRow({ row, number, titles, panes, planted, isDifference, isCurrent }: TraceRowProps) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isCurrent) place.current?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  }, [isCurrent]);
  return (
    <section
      ref={place}
      aria-label={`${number}. ${labelOf(row)}`}
      aria-current={isCurrent ? 'step' : undefined}
      data-station={row.station}
      data-first-difference={isDifference ? '' : undefined}
      className={classNames(
        'animate-rise grid scroll-mt-40 gap-2.5 rounded-2xl border-2 border-transparent p-3 sm:p-4',
        isCurrent && 'border-line-strong',
        isDifference && 'border-accent bg-accent-soft',
      )}
    >
      <RowHead row={row} number={number} isDifference={isDifference} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 md:grid-cols-2 md:gap-5">
        {SIDES.map((side) => (
          <div key={side} className="grid min-w-0 content-start gap-1.5" data-side={side}>
            <p className="text-quiet text-[0.8125rem] md:sr-only">{titles[side]}</p>
            <Cell
              events={row.cells[side]}
              typed={[...typedBy(panes[side]), ...planted.flatMap(asInData)]}
              isOver={isOver(panes[side])}
            />
          </div>
        ))}
      </div>
    </section>
  );
}

/** As the model reads it: typed text, in canonical form. */
function typedBy({ events }: Pane): string[] {
  return [...new Set(eventsOf(events, 'typed').flatMap(({ data }) => [data.canonical, data.text]))];
}

/** As a look-up shows it: within JSON. */
function asInData(text: string): string[] {
  return [text, JSON.stringify(text).slice(1, -1)];
}

function labelOf({ station, round }: Row): string {
  return round > 0 ? `${STATIONS[station].label}, round ${round + 1}` : STATIONS[station].label;
}

type RowHeadProps = { row: Row; number: number; isDifference: boolean };

function RowHead({ row, number, isDifference }: RowHeadProps) {
  const Icon = STATION_ICONS[row.station];
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
      <Icon className="text-quiet size-4 shrink-0" aria-hidden />
      <h3 className="text-sm font-semibold">
        <span className="text-quiet tabular font-normal">{number}.</span> {labelOf(row)}
      </h3>
      {isDifference && (
        <span className="bg-accent text-on-accent inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-xs font-semibold">
          <Sparkle className="size-3" aria-hidden /> First difference
        </span>
      )}
    </div>
  );
}
