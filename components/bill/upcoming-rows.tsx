import type { Upcoming } from '#lib/contract/subscription.ts';
import { Amount } from './amount.tsx';
import { Day } from './day.tsx';

/** What the next invoice is expected to hold. */
export function UpcomingLines({ upcoming }: { upcoming: Upcoming }) {
  return (
    <dl className="grid gap-1.5 px-4 py-3">
      {upcoming.lines.map((line, index) => (
        <div key={`${line.description}-${index}`} className="flex justify-between gap-4">
          <dt>
            {line.description}
            {line.estimated && <span className="text-quiet text-[0.8125rem]"> · estimate</span>}
          </dt>
          <dd>
            <Amount value={line.amount} />
          </dd>
        </div>
      ))}
      <div className="text-quiet flex justify-between gap-4">
        <dt>Tax</dt>
        <dd>
          <Amount value={upcoming.tax} />
        </dd>
      </div>
      <div className="border-line mt-1 flex justify-between gap-4 border-t pt-2.5 font-semibold">
        <dt>Expected total</dt>
        <dd>
          <Amount value={upcoming.estimatedTotal} />
        </dd>
      </div>
    </dl>
  );
}

/** Dated things ahead: due dates, retries, renewal, expiring credit, refunds. */
export function UpcomingEvents({ events }: { events: Upcoming['events'] }) {
  return (
    <ol className="divide-line divide-y">
      {events.map((event, index) => (
        <li key={`${event.on}-${index}`} className="grid grid-cols-[6.5rem_1fr_auto] gap-x-3 px-4 py-2.5">
          <span className="text-quiet text-[0.8125rem] leading-6">
            <Day value={event.on} />
          </span>
          <span>{event.description}</span>
          {event.amount && <Amount value={event.amount} className="text-right font-medium" />}
        </li>
      ))}
    </ol>
  );
}
