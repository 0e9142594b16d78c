import { ChevronRight } from 'lucide-react';
import { Section, Sheet } from '#components/bill/section.tsx';
import { When } from '#components/ui/when.tsx';
import { Badge } from '#components/ui/badge.tsx';
import type { RetentionRow } from '#lib/contract/retention.ts';
import { counted, periodWords } from './period-words.ts';

type ScheduleProps = {
  rows: readonly RetentionRow[];
  nextRunAt: string;
  nextCheckAt: string;
  timeZone: string;
};

/** What is kept for how long, what the next run removes, and whether the last one kept the promise. */
export function Schedule({ rows, nextRunAt, nextCheckAt, timeZone }: ScheduleProps) {
  return (
    <Section
      title="Schedule"
      aside={
        <>
          Next run <When at={nextRunAt} timeZone={timeZone} />, next check{' '}
          <When at={nextCheckAt} timeZone={timeZone} />
        </>
      }
    >
      <Sheet>
        <ul className="divide-line divide-y" aria-label="Categories">
          {rows.map((row) => (
            <li key={row.category}>
              <ScheduleRow row={row} timeZone={timeZone} />
            </li>
          ))}
        </ul>
      </Sheet>
    </Section>
  );
}

function ScheduleRow({ row, timeZone }: { row: RetentionRow; timeZone: string }) {
  return (
    <details className="group">
      <summary className="hover:bg-sunken grid cursor-pointer list-none grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-2.5 gap-y-1 px-4 py-3 sm:grid-cols-[auto_minmax(0,1fr)_auto] sm:px-5 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          className="text-quiet size-4 translate-y-1 self-start transition-transform group-open:rotate-90 motion-reduce:transition-none"
          aria-hidden
        />
        <span>
          <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <span className="font-medium">{row.label}</span>
            <CheckBadge row={row} />
          </span>
          <span className="text-quiet block text-[0.8125rem]">{nextWords(row)}</span>
        </span>
        <span className="tabular col-start-2 text-[0.8125rem] sm:col-start-3 sm:text-sm">
          {periodWords(row.keptMs)}
        </span>
      </summary>
      <dl className="bg-sunken border-line grid gap-x-6 gap-y-2 border-t px-4 py-4 text-[0.8125rem] sm:grid-cols-[9rem_minmax(0,1fr)] sm:px-5 sm:pl-11.5">
        <Fact name="Why">{row.purpose}</Fact>
        <Fact name="Legal basis">{row.legalBasis}</Fact>
        <Fact name="Counted from">{row.from}</Fact>
        <Fact name="What happens">{row.action}</Fact>
        <Fact name="Own periods">
          {row.override
            ? `${row.override.leastDays} to ${counted(row.override.mostDays, 'day')} for a customer`
            : 'The same for everyone'}
        </Fact>
        <Fact name="Last run">
          {row.lastRun ? (
            <>
              <When at={row.lastRun.finishedAt} timeZone={timeZone} />: {row.lastRun.removed} removed,{' '}
              {counted(row.lastRun.keysDestroyed, 'key')} destroyed
            </>
          ) : (
            'Has not run yet'
          )}
        </Fact>
        <Fact name="Last check">
          {row.check ? (
            <>
              <When at={row.check.checkedAt} timeZone={timeZone} />: {row.check.overdue} older than promised,{' '}
              {row.check.held} on hold
            </>
          ) : (
            'Not checked yet'
          )}
        </Fact>
      </dl>
    </details>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-quiet">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

function CheckBadge({ row }: { row: RetentionRow }) {
  if (!row.check) return <Badge>Not checked yet</Badge>;
  if (row.check.overdue === 0) return <Badge tone="good">As promised</Badge>;
  return <Badge tone="bad">{row.check.overdue} late</Badge>;
}

/** One sentence: what the next run does. */
function nextWords({ next }: RetentionRow): string {
  const removes =
    next.due === 0 ? 'Nothing to remove' : `The next run removes ${next.due.toLocaleString('en-GB')}`;
  return next.held > 0 ? `${removes}; ${next.held.toLocaleString('en-GB')} on legal hold stay` : removes;
}
