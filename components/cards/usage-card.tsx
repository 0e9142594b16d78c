import { Period } from '#components/bill/day.tsx';
import { UsageBars } from '#components/bill/usage-bars.tsx';
import { UsageMeter } from '#components/bill/usage-meter.tsx';
import type { Usage } from '#lib/contract/subscription.ts';
import { CardFrame } from './card-frame.tsx';

export function UsageCard({ usage }: { usage: Usage }) {
  const only = usage.meters.length === 1 ? usage.meters[0] : undefined;
  return (
    <CardFrame
      title="Usage"
      aside={
        <span className="text-quiet hidden text-[0.8125rem] sm:inline">
          <Period start={usage.periodStart} end={usage.periodEnd} />
        </span>
      }
      href={`/usage?month=${usage.periodStart.slice(0, 7)}`}
      hrefLabel="Day by day"
    >
      <div className="grid gap-5 px-4 py-4">
        {usage.meters.map((meter) => (
          <UsageMeter key={meter.code} meter={meter} finished={usage.finished} />
        ))}
        {only && <UsageBars days={only.days} daysTotal={usage.daysTotal} label={`${only.name} per day`} />}
      </div>
    </CardFrame>
  );
}
