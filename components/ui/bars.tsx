const BAR = 8;
const GAP = 3;
const HEIGHT = 72;
/** Also a day with nothing is seen to be there. */
const LEAST = 2;

type BarsProps = {
  bars: readonly { value: number; title: string }[];
  /** How many places there are, with those that are empty yet. */
  places: number;
  /** What the chart says, for those who do not see it. */
  label: string;
};

/** One bar for each value, side by side. Sizes are SVG attributes, so no inline style is needed; a table beside it says the same in numbers. */
export function Bars({ bars, places, label }: BarsProps) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const slots = Math.max(places, bars.length, 1);
  return (
    <svg
      viewBox={`0 0 ${slots * (BAR + GAP) - GAP} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-20 w-full"
      role="img"
      aria-label={label}
    >
      {Array.from({ length: slots }, (_, index) => {
        const bar = bars[index];
        const height = bar ? Math.max(LEAST, (bar.value / most) * HEIGHT) : LEAST;
        return (
          <rect
            key={index}
            x={index * (BAR + GAP)}
            y={HEIGHT - height}
            width={BAR}
            height={height}
            rx={1.5}
            className={bar ? 'fill-accent' : 'fill-line'}
          >
            {bar && <title>{bar.title}</title>}
          </rect>
        );
      })}
    </svg>
  );
}
