import { Check } from 'lucide-react';
import type { Metadata } from 'next';
import { Amount } from '#components/bill/amount.tsx';
import { AskAbout } from '#components/bill/ask.tsx';
import { Day } from '#components/bill/day.tsx';
import { Figure, Figures } from '#components/bill/figure.tsx';
import { AddonRows, ChangeRows, PromotionRows, SeatRows } from '#components/bill/plan-rows.tsx';
import { PlanNext } from '#components/bill/plan-next.tsx';
import { PageHead, Section, Sheet } from '#components/bill/section.tsx';
import { PLAN_STATUS, renews } from '#components/bill/status.ts';
import { Badge } from '#components/ui/badge.tsx';
import type { Plan } from '#lib/contract/subscription.ts';
import { TOPICS } from '#lib/contract/topics.ts';
import { readBill } from '../read-bill.tsx';

export const metadata: Metadata = { title: 'Plan' };

export default function PlanPage() {
  return readBill({
    path: '/plan',
    area: 'plan',
    what: 'Plans',
    read: (reader) => reader.plan(),
    show: (plan) => <PlanView plan={plan} />,
  });
}

function PlanView({ plan }: { plan: Plan }) {
  const seats = plan.seats.filter((seat) => seat.removedOn === null);
  const former = plan.seats.filter((seat) => seat.removedOn !== null);
  const status = PLAN_STATUS[plan.status];
  return (
    <>
      <PageHead
        title={
          <span className="flex flex-wrap items-center gap-3">
            {plan.name} <Badge tone={status.tone}>{status.label}</Badge>
          </span>
        }
        actions={<AskAbout question={TOPICS.plan.text} about="your plan" label="Ask about this" />}
      >
        Since <Day value={plan.startedOn} month="long" />
      </PageHead>
      <Sheet className="mb-10 px-5 py-6 sm:px-8">
        <PlanFigures plan={plan} seatsInUse={seats.length} />
        <PlanNext next={plan.next} />
        {plan.entitlements.length > 0 && <Entitlements entitlements={plan.entitlements} />}
      </Sheet>
      {plan.addons.length > 0 && (
        <Section title="Add-ons">
          <Sheet>
            <AddonRows addons={plan.addons} />
          </Sheet>
        </Section>
      )}
      <Section title="Seats" aside={`${seats.length} in use`}>
        <Sheet>
          <SeatRows seats={[...seats, ...former]} />
        </Sheet>
      </Section>
      {plan.promotions.length > 0 && (
        <Section title="Promotions">
          <Sheet>
            <PromotionRows promotions={plan.promotions} />
          </Sheet>
        </Section>
      )}
      {plan.changes.length > 0 && (
        <Section title="What happened so far">
          <Sheet>
            <ChangeRows changes={plan.changes} />
          </Sheet>
        </Section>
      )}
    </>
  );
}

function PlanFigures({ plan, seatsInUse }: { plan: Plan; seatsInUse: number }) {
  return (
    <Figures>
      {plan.pricePerMonth && (
        <Figure name="Plan per month" large>
          <Amount value={plan.pricePerMonth} />
        </Figure>
      )}
      {plan.pricePerSeat && (
        <Figure name="Each further seat" large>
          <Amount value={plan.pricePerSeat} />
        </Figure>
      )}
      <Figure name="Seats in use" note={`${plan.includedSeats} included`} large>
        {seatsInUse}
      </Figure>
      {renews(plan) && (
        <Figure name="Renews" note={`in ${plan.daysUntilRenewal} days`} large>
          <Day value={plan.renewsOn} />
        </Figure>
      )}
    </Figures>
  );
}

function Entitlements({ entitlements }: { entitlements: Plan['entitlements'] }) {
  return (
    <ul
      className="border-line mt-6 grid gap-x-6 gap-y-1.5 border-t pt-5 sm:grid-cols-2"
      aria-label="Included"
    >
      {entitlements.map((entitlement) => (
        <li key={entitlement} className="flex items-start gap-2">
          <Check className="text-accent mt-1 size-4 shrink-0" aria-hidden /> {entitlement}
        </li>
      ))}
    </ul>
  );
}
