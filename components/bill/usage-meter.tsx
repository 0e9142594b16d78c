import type { Usage } from '#lib/contract/subscription.ts';
import { Amount } from './amount.tsx';
import { Quantity } from './quantity.tsx';
import { UsageGauge } from './usage-bars.tsx';

type Meter = Usage['meters'][number];
type UsageMeterProps = {
  meter: Meter;
  finished: boolean;
  /** Where a heading already names it. */ nameless?: boolean;
};

/** One meter in three lines: how much of what is included, where it is heading, and what that would cost. */
export function UsageMeter({ meter, finished, nameless }: UsageMeterProps) {
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        {!nameless && <span className="font-medium">{meter.name}</span>}
        <span className="text-quiet text-[0.8125rem]">
          <Quantity value={meter.used} /> of <Quantity value={meter.included} unit={meter.unit} /> included
        </span>
      </div>
      <UsageGauge used={meter.used} included={meter.included} projected={meter.projected} />
      <p className="text-quiet text-[0.8125rem]">
        {finished ? <Finished meter={meter} /> : <Projection meter={meter} />}
      </p>
    </div>
  );
}

function Finished({ meter }: { meter: Meter }) {
  if (meter.overage <= 0) return <>Stayed within what is included.</>;
  return (
    <>
      <Quantity value={meter.overage} unit={meter.unit} /> beyond what is included
      {meter.costSoFar && (
        <>
          : <Amount value={meter.costSoFar} />
        </>
      )}
      .
    </>
  );
}

function Projection({ meter }: { meter: Meter }) {
  return (
    <>
      At today’s pace <Quantity value={meter.projected} unit={meter.unit} /> by the end of the period
      {meter.projectedOverage > 0 ? (
        <>
          ,{' '}
          <span className="text-warn font-medium">
            <Quantity value={meter.projectedOverage} /> more than included
          </span>
          {meter.projectedCost && (
            <>
              {' '}
              (about <Amount value={meter.projectedCost} />)
            </>
          )}
        </>
      ) : (
        ', within what is included'
      )}
      .
    </>
  );
}
