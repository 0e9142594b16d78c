'use client';

import { useLocale } from '#components/bill/locale.tsx';
import { Bars } from '#components/ui/bars.tsx';
import { formatDay } from '#lib/contract/dates.ts';
import type { UsageTotals } from '#lib/contract/usage.ts';
import { costWords } from './cost-words.ts';
import { Cost, Count } from './cost.tsx';

type Days = readonly { day: string; totals: UsageTotals }[];
/** Fewer bars than this would each be as wide as a door. */
const LEAST_SLOTS = 31;

/** Cost by day as bars, and the same once more as a table, folded away until asked for. */
export function DayBars({ days }: { days: Days }) {
  const locale = useLocale();
  const bars = days.map(({ day, totals: { costMicroUsd } }) => ({
    value: costMicroUsd,
    title: `${formatDay(day, locale)}: ${costWords(costMicroUsd, locale)}`,
  }));
  const highest = days.reduce((a, b) => (b.totals.costMicroUsd > a.totals.costMicroUsd ? b : a), {
    day: '',
    totals: { costMicroUsd: 0 },
  });
  const label =
    highest.day === ''
      ? 'Cost by day: none yet'
      : `Cost by day. Most on ${formatDay(highest.day, locale)}: ${costWords(highest.totals.costMicroUsd, locale)}`;
  return (
    <>
      <div className="px-4 pt-4 pb-3 sm:px-5">
        <Bars bars={bars} places={LEAST_SLOTS} label={label} />
      </div>
      <DayTable days={days} locale={locale} />
    </>
  );
}

function DayTable({ days, locale }: { days: Days; locale: string }) {
  return (
    <details className="border-line border-t">
      <summary className="text-quiet hover:text-ink cursor-pointer px-4 py-2.5 text-[0.8125rem] sm:px-5">
        Day by day as a table
      </summary>
      <table className="mb-3 w-full max-w-lg text-left text-[0.8125rem]">
        <thead className="text-quiet">
          <tr>
            <th className="px-4 py-1.5 font-normal sm:px-5">Day</th>
            <th className="px-4 py-1.5 text-right font-normal">Answers</th>
            <th className="px-4 py-1.5 text-right font-normal">Tokens</th>
            <th className="px-4 py-1.5 text-right font-normal">Cost</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, totals }) => (
            <tr key={day}>
              <td className="px-4 py-1 whitespace-nowrap sm:px-5">{formatDay(day, locale)}</td>
              <td className="px-4 py-1 text-right">
                <Count value={totals.turns} />
              </td>
              <td className="px-4 py-1 text-right">
                <Count value={totals.inputTokens + totals.outputTokens} />
              </td>
              <td className="px-4 py-1 text-right">
                <Cost microUsd={totals.costMicroUsd} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
