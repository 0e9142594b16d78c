'use client';

import { Timer } from 'lucide-react';
import type { Customer, OwnPeriod, RetentionRow } from '#lib/contract/retention.ts';
import { ChangedList } from './changed-list.tsx';
import { PeriodForm } from './period-form.tsx';
import { counted } from './period-words.ts';

type PeriodsProps = {
  periods: readonly OwnPeriod[];
  customers: readonly Customer[];
  rows: readonly RetentionRow[];
  mayChange: boolean;
};

/** Customers who keep something for shorter or longer than usual. */
export function Periods({ periods, customers, rows, mayChange }: PeriodsProps) {
  const add = {
    label: (
      <>
        <Timer aria-hidden /> Set a period
      </>
    ),
    title: 'Set a customer’s period',
    description:
      'A shorter period holds for what is stored too, once you have seen what goes. A longer one holds for new messages alone.',
    form: (props: { onCancel: () => void; onSet: () => void }) => (
      <PeriodForm customers={customers} rows={rows} {...props} />
    ),
  };
  return (
    <ChangedList
      title="Customers’ own periods"
      empty={{
        title: 'The usual periods hold for everyone',
        text: 'A customer may have conversations, look-ups, cases or mail kept for shorter or longer, within bounds.',
      }}
      rows={periods.map((period) => (
        <PeriodRow key={`${period.tenantId} ${period.category}`} period={period} rows={rows} />
      ))}
      add={mayChange ? add : null}
    />
  );
}

function PeriodRow({ period, rows }: { period: OwnPeriod; rows: readonly RetentionRow[] }) {
  const { customer, category, keptDays } = period;
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-3 sm:px-5">
      <span className="grow font-medium">{customer}</span>
      <span className="text-quiet text-sm">
        {rows.find((row) => row.category === category)?.label ?? category}
      </span>
      <span className="tabular text-sm">{counted(keptDays, 'day')}</span>
    </li>
  );
}
