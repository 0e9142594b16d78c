import { Download } from 'lucide-react';
import { Empty, Section, Sheet } from '#components/bill/section.tsx';
import { Button } from '#components/ui/button.tsx';
import type { OperatorUsage as OperatorUsageDto } from '#lib/contract/usage.ts';
import { DayBars } from './day-bars.tsx';
import { fillDays } from './fill-days.ts';
import { Filters } from './filters.tsx';
import { Standing } from './standing.tsx';
import { Totals } from './totals.tsx';
import { UsageTable } from './usage-table.tsx';

type OperatorUsageProps = { usage: OperatorUsageDto; tenant: string; model: string; timeZone: string };

/** What everyone used, cut as asked for; and where everyone's budgets stand. */
export function OperatorUsage({ usage, tenant, model, timeZone }: OperatorUsageProps) {
  const { by, from, to, rows, total, budgets } = usage;
  const days = fillDays(
    from,
    to,
    rows.map(({ key: day, totals }) => ({ day, totals })),
  );
  const query = new URLSearchParams({
    by,
    from,
    to,
    ...(tenant ? { tenant } : {}),
    ...(model ? { model } : {}),
  });
  return (
    <>
      <Filters usage={usage} tenant={tenant} model={model} />
      <Section
        title="What was used"
        aside={
          rows.length > 0 && (
            <Button size="small" asChild>
              <a href={`/api/usage/file?${query}`} download>
                <Download aria-hidden /> Download CSV
              </a>
            </Button>
          )
        }
      >
        {rows.length === 0 ? (
          <Empty title="Nothing in these days">Choose other days, or every customer and model.</Empty>
        ) : (
          <Sheet>
            <div className="border-line border-b px-4 py-4 sm:px-5">
              <Totals totals={total} />
            </div>
            {by === 'day' && <DayBars days={days} />}
            {by !== 'day' && <UsageTable usage={usage} />}
          </Sheet>
        )}
      </Section>
      <Section title="Everyone together">
        <Sheet>
          <ul className="divide-line divide-y" aria-label="Budgets of everyone together">
            {budgets.map((standing) => (
              <Standing key={standing.period} standing={standing} timeZone={timeZone} />
            ))}
          </ul>
        </Sheet>
      </Section>
    </>
  );
}
