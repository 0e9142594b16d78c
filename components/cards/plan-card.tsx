import { Amount } from '#components/bill/amount.tsx';
import { Day } from '#components/bill/day.tsx';
import { Figure, Figures } from '#components/bill/figure.tsx';
import { PlanNext } from '#components/bill/plan-next.tsx';
import { SeatRows } from '#components/bill/plan-rows.tsx';
import { PLAN_STATUS, renews } from '#components/bill/status.ts';
import { Badge } from '#components/ui/badge.tsx';
import type { Plan } from '#lib/contract/subscription.ts';
import { CardFrame, CardPart } from './card-frame.tsx';

export function PlanCard({ plan }: { plan: Plan }) {
  const seats = plan.seats.filter((seat) => seat.removedOn === null);
  const status = PLAN_STATUS[plan.status];
  return (
    <CardFrame
      title={
        <>
          {plan.name} <Badge tone={status.tone}>{status.label}</Badge>
        </>
      }
      href="/plan"
      hrefLabel="Plan"
    >
      <Figures className="px-4 py-3.5">
        {plan.pricePerMonth && (
          <Figure name="Per month">
            <Amount value={plan.pricePerMonth} />
          </Figure>
        )}
        <Figure name="Seats" note={`${plan.includedSeats} included`}>
          {seats.length}
        </Figure>
        {renews(plan) && (
          <Figure name="Renews" note={`in ${plan.daysUntilRenewal} days`}>
            <Day value={plan.renewsOn} />
          </Figure>
        )}
        {plan.addons.length > 0 && (
          <Figure name="Add-ons">{plan.addons.map((addon) => addon.name).join(', ')}</Figure>
        )}
      </Figures>
      {plan.next && (
        <div className="px-4 pb-3.5 *:mt-0">
          <PlanNext next={plan.next} />
        </div>
      )}
      {seats.length > 0 && (
        <CardPart title="Seats">
          <SeatRows seats={seats} />
        </CardPart>
      )}
    </CardFrame>
  );
}
