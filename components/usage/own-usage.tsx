import { Empty, Section, Sheet } from '#components/bill/section.tsx';
import type { OwnUsage as OwnUsageDto } from '#lib/contract/usage.ts';
import { BudgetAmount } from './cost.tsx';
import { DayBars } from './day-bars.tsx';
import { fillDays } from './fill-days.ts';
import { Standing } from './standing.tsx';
import { Totals } from './totals.tsx';
import { TurnRows } from './turn-rows.tsx';

/** What one's own questions cost this month, and how much is left. */
export function OwnUsage({ usage, timeZone }: { usage: OwnUsageDto; timeZone: string }) {
  const { month, budgets, perTurn, thisMonth, days, turns } = usage;
  const [first] = budgets;
  return (
    <>
      <Section title="What is left">
        <Sheet>
          <ul className="divide-line divide-y" aria-label="Budgets">
            {budgets.map((standing) => (
              <Standing
                key={`${standing.scope} ${standing.period}`}
                standing={standing}
                timeZone={timeZone}
              />
            ))}
          </ul>
        </Sheet>
        {first && (
          <p className="text-quiet mt-2 text-[0.8125rem]">
            Before a question is answered, the most it may cost is held back:{' '}
            <BudgetAmount amount={perTurn} unit={first.unit} />. What it did not cost is free again at once.
          </p>
        )}
      </Section>
      <Section title="This month">
        {thisMonth.turns === 0 ? (
          <Empty title="Nothing yet">What your questions cost will stand here, answer by answer.</Empty>
        ) : (
          <Sheet>
            <div className="border-line border-b px-4 py-4 sm:px-5">
              <Totals totals={thisMonth} />
            </div>
            <DayBars days={fillDays(month, days.at(-1)?.day ?? month, days)} />
          </Sheet>
        )}
      </Section>
      {turns.length > 0 && (
        <Section title="Answer by answer">
          <Sheet>
            <TurnRows turns={turns} timeZone={timeZone} />
          </Sheet>
        </Section>
      )}
    </>
  );
}
