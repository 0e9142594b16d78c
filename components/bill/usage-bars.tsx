import type { Usage } from '#lib/contract/subscription.ts';

type Days = Usage['meters'][number]['days'];
const BAR = 8;
const GAP = 3;
const HEIGHT = 72;

/** One bar per day. Sizes are SVG attributes, so no inline style is needed; the table below says the same in numbers. */
export function UsageBars({ days, daysTotal, label }: { days: Days; daysTotal: number; label: string }) {
  const most = Math.max(1, ...days.map((day) => day.used));
  const slots = Math.max(daysTotal, days.length, 1);
  return (
    <svg
      viewBox={`0 0 ${slots * (BAR + GAP) - GAP} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-20 w-full"
      role="img"
      aria-label={label}
    >
      {Array.from({ length: slots }, (_, index) => {
        const day = days[index];
        const height = day ? Math.max(2, (day.used / most) * HEIGHT) : 2;
        return (
          <rect
            key={index}
            x={index * (BAR + GAP)}
            y={HEIGHT - height}
            width={BAR}
            height={height}
            rx={1.5}
            className={day ? 'fill-accent' : 'fill-line'}
          >
            {day && <title>{`${day.on}: ${day.used}`}</title>}
          </rect>
        );
      })}
    </svg>
  );
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
