'use client';

import { useState } from 'react';

type Sent = { ok: true } | { ok: false; problem: { message: string } };

/**
 * A form that is first read back, then sent: the first press shows what it comes to, the second does it. Any change in between goes back
 * to the first step.
 */
export function useTwoSteps<Values extends object>(first: Values, onDone: () => void) {
  const [values, setValues] = useState(first);
  const [isReadBack, setReadBack] = useState(false);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const change = (part: Partial<Values>) => {
    setValues((before) => ({ ...before, ...part }));
    setReadBack(false);
    setProblem(null);
  };
  const submit = async (send: () => Promise<Sent>) => {
    if (sending) return;
    setProblem(null);
    if (!isReadBack) return setReadBack(true);
    setSending(true);
    const sent = await send();
    setSending(false);
    if (sent.ok) return onDone();
    setReadBack(false);
    setProblem(sent.problem.message);
  };
  return { values, change, isReadBack, sending, problem, submit };
}
