'use client';

import { Amount } from '#components/bill/amount.tsx';
import { Period } from '#components/bill/day.tsx';
import { Figure, Figures } from '#components/bill/figure.tsx';
import { useLocale } from '#components/bill/locale.tsx';
import type { Spend } from '#lib/contract/subscription.ts';
import { CardFrame, CardPart } from './card-frame.tsx';

/** Totals over a stretch of time, then month by month. */
export function SpendCard({ spend }: { spend: Spend }) {
  return (
    <CardFrame
      title="Totals"
      aside={
        <span className="text-quiet text-[0.8125rem]">
          <Period start={spend.from} end={spend.to} />
        </span>
      }
      href="/invoices"
      hrefLabel="Invoices"
    >
      <Figures className="px-4 py-4">
        <Figure
          name="Billed"
          note={spend.invoiceCount === 1 ? 'on 1 invoice' : `on ${spend.invoiceCount} invoices`}
          large
        >
          <Amount value={spend.billed} />
        </Figure>
        <Figure name="Paid">
          <Amount value={spend.paid} />
        </Figure>
        <Figure name="Of that, tax">
          <Amount value={spend.tax} />
        </Figure>
        {spend.refunded.amountMinor !== 0 && (
          <Figure name="Refunded">
            <Amount value={spend.refunded} />
          </Figure>
        )}
        <Figure name="Average per month">
          <Amount value={spend.averagePerMonth} />
        </Figure>
      </Figures>
      {spend.months.length > 1 && (
        <CardPart title="By month">
          <Months months={spend.months} />
        </CardPart>
      )}
    </CardFrame>
  );
}

function Months({ months }: { months: Spend['months'] }) {
  const locale = useLocale();
  const most = Math.max(1, ...months.map((month) => month.billed.amountMinor));
  const name = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return (
    <ul className="grid gap-1.5 px-4 py-3">
      {months.map((month) => (
        <li key={month.month} className="grid grid-cols-[5.5rem_1fr_auto] items-center gap-3">
          <span className="text-quiet text-[0.8125rem]" suppressHydrationWarning>
            {name.format(new Date(`${month.month}-01T00:00:00Z`))}
          </span>
          <svg viewBox="0 0 100 6" preserveAspectRatio="none" className="h-2 w-full" aria-hidden>
            <rect
              width={Math.max(0, (month.billed.amountMinor / most) * 100)}
              height="6"
              rx="1"
              className="fill-accent-line"
            />
          </svg>
          <Amount value={month.billed} className="text-right" />
        </li>
      ))}
    </ul>
  );
}
