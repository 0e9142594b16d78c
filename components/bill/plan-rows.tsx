import type { Plan } from '#lib/contract/subscription.ts';
import { Badge } from '#components/ui/badge.tsx';
import { Amount } from './amount.tsx';
import { Day, Period } from './day.tsx';

/** Who sits where, and who added them. */
export function SeatRows({ seats }: { seats: Plan['seats'] }) {
  return (
    <ul className="divide-line divide-y">
      {seats.map((seat) => (
        <li key={seat.id} className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-2.5">
          <span className={seat.removedOn ? 'text-quiet line-through' : 'font-medium'}>{seat.label}</span>
          <span className="text-quiet text-[0.8125rem]">
            {seat.removedOn ? 'removed ' : 'added '}
            <Day value={seat.removedOn ?? seat.addedOn} />
            {!seat.removedOn && ` by ${seat.addedBy}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What happened to the plan, newest first. */
export function ChangeRows({ changes }: { changes: Plan['changes'] }) {
  const newestFirst = changes.toSorted((a, b) => b.on.localeCompare(a.on));
  return (
    <ol className="divide-line divide-y">
      {newestFirst.map((change, index) => (
        <li
          key={`${change.on}-${index}`}
          className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-2.5"
        >
          <span>{change.description}</span>
          <span className="text-quiet text-[0.8125rem]">
            <Day value={change.on} /> · {change.by}
          </span>
        </li>
      ))}
    </ol>
  );
}

export function AddonRows({ addons }: { addons: Plan['addons'] }) {
  return (
    <ul className="divide-line divide-y">
      {addons.map((addon) => (
        <li key={addon.code} className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-2.5">
          <span className="font-medium">{addon.name}</span>
          <span className="text-quiet text-[0.8125rem]">
            {addon.pricePerMonth && (
              <>
                <Amount value={addon.pricePerMonth} /> per month ·{' '}
              </>
            )}
            since <Day value={addon.addedOn} />
          </span>
        </li>
      ))}
    </ul>
  );
}

export function PromotionRows({ promotions }: { promotions: Plan['promotions'] }) {
  return (
    <ul className="divide-line divide-y">
      {promotions.map((promotion) => (
        <li
          key={`${promotion.name}-${promotion.startedOn}`}
          className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-2.5"
        >
          <span className="flex flex-wrap items-center gap-2.5 font-medium">
            {promotion.name}
            <Badge tone={promotion.ended ? 'neutral' : 'good'}>{promotion.ended ? 'Ended' : 'Running'}</Badge>
          </span>
          <span className="text-quiet text-[0.8125rem]">
            {promotion.percentOff}% off · <Period start={promotion.startedOn} end={promotion.endsOn} />
          </span>
        </li>
      ))}
    </ul>
  );
}
