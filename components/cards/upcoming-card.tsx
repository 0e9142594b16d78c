import { Day } from '#components/bill/day.tsx';
import { UpcomingEvents, UpcomingLines } from '#components/bill/upcoming-rows.tsx';
import type { Upcoming } from '#lib/contract/subscription.ts';
import { CardFrame, CardPart } from './card-frame.tsx';

export function UpcomingCard({ upcoming }: { upcoming: Upcoming }) {
  return (
    <CardFrame
      title={
        <span>
          Next invoice <Day value={upcoming.nextInvoiceOn} />
        </span>
      }
      aside={<span className="text-quiet text-[0.8125rem]">in {upcoming.daysUntilNextInvoice} days</span>}
    >
      <UpcomingLines upcoming={upcoming} />
      {upcoming.events.length > 0 && (
        <CardPart title="Coming up">
          <UpcomingEvents events={upcoming.events} />
        </CardPart>
      )}
    </CardFrame>
  );
}
