'use client';

import { useId } from 'react';
import { FormFoot } from '#components/cases/form-foot.tsx';
import { Field, Input } from '#components/ui/input.tsx';
import type { Customer, RetentionRow } from '#lib/contract/retention.ts';
import { counted } from './period-words.ts';
import { Select } from '#components/ui/select.tsx';
import { usePeriod } from './use-period.ts';

type PeriodFormProps = {
  customers: readonly Customer[];
  rows: readonly RetentionRow[];
  onCancel: () => void;
  onSet: () => void;
};

/** Which customer keeps what for how long. Counts first what would go, then asks; only then it is sent as a change. */
export function PeriodForm({ customers, rows, onCancel, onSet }: PeriodFormProps) {
  const fieldId = useId();
  const own = rows.filter(({ override }) => override !== null);
  const { values, change, removes, sending, problem, submit } = usePeriod(
    { tenantId: customers[0]?.tenantId ?? '', category: own[0]?.category ?? '', days: '' },
    onSet,
  );
  const { leastDays, mostDays } = own.find((row) => row.category === values.category)?.override ?? {
    leastDays: 1,
    mostDays: 1,
  };
  const days = Number(values.days);
  const isWithin =
    values.days.trim() === '' || (Number.isInteger(days) && days >= leastDays && days <= mostDays);
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWithin) void submit();
      }}
    >
      <Field label="Customer" htmlFor={`${fieldId}-customer`}>
        <Select
          id={`${fieldId}-customer`}
          value={values.tenantId}
          onChange={(event) => change({ tenantId: event.target.value })}
          options={customers.map((customer) => ({ value: customer.tenantId, label: customer.name }))}
        />
      </Field>
      <Field label="What" htmlFor={`${fieldId}-category`}>
        <Select
          id={`${fieldId}-category`}
          value={values.category}
          onChange={(event) => change({ category: event.target.value })}
          options={own.map(({ category: value, label }) => ({ value, label }))}
        />
      </Field>
      <Field label="Kept for, in days" htmlFor={`${fieldId}-days`}>
        <Input
          id={`${fieldId}-days`}
          inputMode="numeric"
          autoComplete="off"
          className="tabular max-w-40"
          maxLength={4}
          value={values.days}
          aria-invalid={!isWithin}
          aria-describedby={`${fieldId}-days-note`}
          onChange={(event) => change({ days: event.target.value })}
        />
        <p id={`${fieldId}-days-note`} className="text-quiet text-[0.8125rem]">
          {leastDays} to {mostDays}. Left empty, the usual period holds again.
        </p>
      </Field>
      <Goes removes={removes} what={values.category === 'conversations' ? 'conversation' : 'row'} />
      <FormFoot
        problem={problem}
        send={removes === null ? 'Count what goes' : 'Set this period'}
        sendable={isWithin && values.tenantId !== ''}
        sending={sending}
        onCancel={onCancel}
      />
    </form>
  );
}

/** What was counted, before it is confirmed. */
function Goes({ removes, what }: { removes: number | null; what: string }) {
  return (
    <p
      role="status"
      className={removes === null ? 'sr-only' : 'bg-warn-soft text-warn rounded-xl px-3.5 py-2.5 text-sm'}
    >
      {removes !== null &&
        `This will remove ${counted(removes, what)} with the next run. What is removed cannot be had back.`}
    </p>
  );
}
