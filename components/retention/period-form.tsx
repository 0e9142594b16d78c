'use client';

import { useId, useState } from 'react';
import { FormFoot } from '#components/cases/form-foot.tsx';
import { Field, Input } from '#components/ui/input.tsx';
import type { Customer, RetentionRow } from '#lib/contract/retention.ts';
import { counted } from './period-words.ts';
import { postPeriod } from './requests.ts';
import { Select } from './select.tsx';

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
  const [tenantId, setTenantId] = useState(customers[0]?.tenantId ?? '');
  const [category, setCategory] = useState(own[0]?.category ?? '');
  const [days, setDays] = useState('');
  const [removes, setRemoves] = useState<number | null>(null);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const row = own.find((one) => one.category === category);
  const bounds = row?.override ?? { leastDays: 1, mostDays: 1 };
  const keptDays = days.trim() === '' ? null : Number(days);
  const isWithin =
    keptDays === null ||
    (Number.isInteger(keptDays) && keptDays >= bounds.leastDays && keptDays <= bounds.mostDays);
  const change = (apply: () => void) => {
    apply();
    setRemoves(null);
    setProblem(null);
  };
  const submit = async () => {
    if (sending || !isWithin) return;
    setSending(true);
    setProblem(null);
    const confirmed = removes === null ? {} : { confirmed: removes };
    const answered = await postPeriod({ tenantId, category, keptDays, ...confirmed });
    setSending(false);
    if (answered.ok && answered.value.applied) return onSet();
    setRemoves(answered.ok ? answered.value.removes : null);
    if (!answered.ok) setProblem(answered.problem.message);
  };
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label="Customer" htmlFor={`${fieldId}-customer`}>
        <Select
          id={`${fieldId}-customer`}
          value={tenantId}
          onChange={(event) => change(() => setTenantId(event.target.value))}
          options={customers.map((customer) => ({ value: customer.tenantId, label: customer.name }))}
        />
      </Field>
      <Field label="What" htmlFor={`${fieldId}-category`}>
        <Select
          id={`${fieldId}-category`}
          value={category}
          onChange={(event) => change(() => setCategory(event.target.value))}
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
          value={days}
          aria-invalid={!isWithin}
          aria-describedby={`${fieldId}-days-note`}
          onChange={(event) => change(() => setDays(event.target.value))}
        />
        <p id={`${fieldId}-days-note`} className="text-quiet text-[0.8125rem]">
          {bounds.leastDays} to {bounds.mostDays}. Left empty, the usual period holds again.
        </p>
      </Field>
      <p
        role="status"
        className={removes === null ? 'sr-only' : 'bg-warn-soft text-warn rounded-xl px-3.5 py-2.5 text-sm'}
      >
        {removes !== null &&
          `This will remove ${counted(removes, category === 'conversations' ? 'conversation' : 'row')} with the next run. What is removed cannot be had back.`}
      </p>
      <FormFoot
        problem={problem}
        send={removes === null ? 'Count what goes' : 'Set this period'}
        sendable={isWithin && tenantId !== ''}
        sending={sending}
        onCancel={onCancel}
      />
    </form>
  );
}
