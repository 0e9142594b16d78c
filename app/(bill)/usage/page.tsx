import type { Metadata } from 'next';
import { AskAbout } from '#components/bill/ask.tsx';
import { Period } from '#components/bill/day.tsx';
import { MonthLinks } from '#components/bill/month-links.tsx';
import { Empty, PageHead, Section, Sheet } from '#components/bill/section.tsx';
import { UsageBars } from '#components/bill/usage-bars.tsx';
import { UsageMeter } from '#components/bill/usage-meter.tsx';
import { UsageTable } from '#components/bill/usage-table.tsx';
import type { Usage } from '#lib/contract/subscription.ts';
import { TOPICS } from '#lib/contract/topics.ts';
import { readBill } from '../read-bill.tsx';

export const metadata: Metadata = { title: 'Usage' };

const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;

export default async function UsagePage({
  searchParams,
}: {
  searchParams: Promise<{ month?: string | string[] }>;
}) {
  const { month } = await searchParams;
  const chosen = typeof month === 'string' && MONTH.test(month) ? month : null;
  return readBill({
    path: '/usage',
    area: 'usage',
    what: 'Usage',
    read: async (reader) => ({
      now: await reader.usage({}),
      usage: await reader.usage(chosen ? { month: chosen } : {}),
    }),
    show: ({ now, usage }) => <UsageView usage={usage} currentMonth={now?.periodStart.slice(0, 7) ?? null} />,
  });
}

function UsageView({ usage, currentMonth }: { usage: Usage | null; currentMonth: string | null }) {
  return (
    <>
      <PageHead
        title="Usage"
        actions={<AskAbout question={TOPICS.usage.text} about="your usage" label="Ask about this" />}
      >
        {usage && (
          <>
            <Period start={usage.periodStart} end={usage.periodEnd} />
            {!usage.finished && ` · day ${usage.daysElapsed} of ${usage.daysTotal}`}
          </>
        )}
      </PageHead>
      {currentMonth && <MonthLinks latest={currentMonth} current={usage?.periodStart.slice(0, 7) ?? null} />}
      {!usage && <Empty title="Nothing was counted in that month">Choose another month above.</Empty>}
      {usage?.meters.map((meter) => (
        <Section key={meter.code} title={meter.name} id={meter.code}>
          <Sheet>
            <div className="grid gap-6 px-4 py-5 sm:px-6">
              <UsageMeter meter={meter} finished={usage.finished} nameless />
              <UsageBars
                days={meter.days}
                daysTotal={usage.daysTotal}
                label={`${meter.name} per day; the table below says the same in numbers`}
              />
            </div>
            <UsageTable meter={meter} />
          </Sheet>
        </Section>
      ))}
    </>
  );
}
