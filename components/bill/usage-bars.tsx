import { Bars } from '#components/ui/bars.tsx';
import type { Usage } from '#lib/contract/subscription.ts';

type Days = Usage['meters'][number]['days'];

/** One bar per day. The table below says the same in numbers. */
export function UsageBars({ days, daysTotal, label }: { days: Days; daysTotal: number; label: string }) {
  const bars = days.map(({ on, used }) => ({ value: used, title: `${on}: ${used}` }));
  return <Bars bars={bars} places={daysTotal} label={label} />;
}

/** Used so far against what is included; a lighter stretch shows where it is heading. */
export function UsageGauge({
  used,
  included,
  projected,
}: {
  used: number;
  included: number;
  projected: number;
}) {
  const full = Math.max(included, used, projected, 1);
  const at = (value: number) => (value / full) * 100;
  return (
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" className="h-2 w-full rounded-full" aria-hidden>
      <rect width="100" height="6" className="fill-sunken" />
      <rect width={at(projected)} height="6" className="fill-accent-line" />
      <rect width={at(used)} height="6" className={used > included ? 'fill-warn' : 'fill-accent'} />
      {included > 0 && included < full && (
        <rect x={at(included) - 0.4} width="0.8" height="6" className="fill-ink" />
      )}
    </svg>
  );
}
