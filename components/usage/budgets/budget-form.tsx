'use client';

import { useId, useState } from 'react';
import { useLocale } from '#components/bill/locale.tsx';
import { FormFoot } from '#components/cases/form-foot.tsx';
import { Field, Input } from '#components/ui/input.tsx';
import type { BudgetRow } from '#lib/contract/usage.ts';
import { costWords } from '../cost-words.ts';
import { putBudget } from './requests.ts';
import { readDollars } from './read-dollars.ts';

type BudgetFormProps = { budget: BudgetRow; onCancel: () => void; onDone: () => void };

/** Another limit, or with an empty field the usual one again. */
export function BudgetForm({ budget, onCancel, onDone }: BudgetFormProps) {
  const id = useId();
  const locale = useLocale();
  const { scope, period, subjectId, limitMicroUsd: before } = budget;
  const [text, setText] = useState('');
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isBlank = text.trim() === '';
  const wanted = isBlank ? null : readDollars(text);
  const isWrong = !isBlank && wanted === null;
  const submit = async () => {
    if (sending || isWrong) return;
    setSending(true);
    const answered = await putBudget({
      scope,
      period,
      limitMicroUsd: wanted,
      ...(subjectId === null ? {} : { subjectId }),
    });
    setSending(false);
    if (answered.ok) return onDone();
    setProblem(
      answered.problem.kind === 'gone' ? 'There is nobody of that kind any more.' : answered.problem.message,
    );
  };
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label="Limit, in US dollars" htmlFor={`${id}-limit`}>
        <Input
          id={`${id}-limit`}
          inputMode="decimal"
          autoComplete="off"
          className="tabular max-w-48"
          maxLength={16}
          value={text}
          aria-invalid={isWrong}
          aria-describedby={`${id}-note`}
          onChange={(event) => {
            setText(event.target.value);
            setProblem(null);
          }}
        />
        <p id={`${id}-note`} className="text-quiet text-[0.8125rem]">
          Now {costWords(before, locale)}. It holds for the next question; what runs keeps what it has
          reserved. Left empty, the usual limit holds again. With 0 nothing is answered.
        </p>
      </Field>
      <FormFoot
        problem={problem}
        send={isBlank ? 'Take it back' : 'Set this limit'}
        sendable={!isWrong && !(isBlank && budget.source === 'policy')}
        sending={sending}
        onCancel={onCancel}
      />
    </form>
  );
}
