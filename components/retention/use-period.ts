'use client';

import { useState } from 'react';
import { postPeriod } from './requests.ts';

type Values = { tenantId: string; category: string; days: string };

/** A period that is first counted, then confirmed. Whatever changes in between is counted anew. */
export function usePeriod(first: Values, onSet: () => void) {
  const [values, setValues] = useState(first);
  const [removes, setRemoves] = useState<number | null>(null);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const change = (part: Partial<Values>) => {
    setValues((before) => ({ ...before, ...part }));
    setRemoves(null);
    setProblem(null);
  };
  const submit = async () => {
    if (sending) return;
    setSending(true);
    setProblem(null);
    const { tenantId, category, days } = values;
    const keptDays = days.trim() === '' ? null : Number(days);
    const confirmed = removes === null ? {} : { confirmed: removes };
    const answered = await postPeriod({ tenantId, category, keptDays, ...confirmed });
    setSending(false);
    if (answered.ok && answered.value.applied) return onSet();
    setRemoves(answered.ok ? answered.value.removes : null);
    if (!answered.ok) setProblem(answered.problem.message);
  };
  return { values, change, removes, sending, problem, submit };
}
