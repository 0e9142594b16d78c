import { When } from '#components/ui/when.tsx';
import { classNames } from '#components/ui/class-names.ts';
import type { BudgetStanding } from '#lib/contract/usage.ts';
import { BudgetAmount } from './cost.tsx';

const NAMES = {
  person: { day: 'You, today', month: 'You, this month' },
  tenant: { day: 'Your organisation, today', month: 'Your organisation, this month' },
  global: { day: 'Everyone together, today', month: 'Everyone together, this month' },
} as const;

/** One budget: how much of it is used, what is left, and when it begins anew. */
export function Standing({ standing, timeZone }: { standing: BudgetStanding; timeZone: string }) {
  const { scope, period, unit, used, reserved, limit, left, resetsAt } = standing;
  const isOver = left === 0;
  return (
    <li className="grid gap-2 px-4 py-4 sm:px-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
        <span className="font-medium">{NAMES[scope][period]}</span>
        <span className={classNames('text-sm', isOver ? 'text-bad font-medium' : 'text-quiet')}>
          {isOver ? (
            'Used up'
          ) : (
            <>
              <BudgetAmount amount={left} unit={unit} /> left
            </>
          )}
        </span>
      </div>
      <Gauge used={used} reserved={reserved} limit={limit} />
      <p className="text-quiet text-[0.8125rem]">
        <BudgetAmount amount={used} unit={unit} /> of <BudgetAmount amount={limit} unit={unit} /> used
        {reserved > 0 && (
          <>
            , <BudgetAmount amount={reserved} unit={unit} /> held for answers that run
          </>
        )}
        . Begins anew <When at={resetsAt} timeZone={timeZone} />.
      </p>
    </li>
  );
}

/** Used, and in a lighter tone what running answers may still cost. The words below say the same. */
function Gauge({ used, reserved, limit }: { used: number; reserved: number; limit: number }) {
  const full = Math.max(limit, used + reserved, 1);
  const at = (value: number) => (value / full) * 100;
  const share = limit === 0 ? 1 : used / limit;
  const fill = share >= 1 ? 'fill-bad' : share >= 0.8 ? 'fill-warn' : 'fill-accent';
  return (
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" className="h-2 w-full rounded-full" aria-hidden>
      <rect width="100" height="6" className="fill-sunken" />
      <rect width={at(used + reserved)} height="6" className="fill-accent-line" />
      <rect width={at(used)} height="6" className={fill} />
    </svg>
  );
}
