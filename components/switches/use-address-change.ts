'use client';

import { useState } from 'react';
import type { AddressAnswer, AddressChange } from '#lib/contract/switches.ts';
import { postAddresses } from './requests.ts';

/** A change of the rules that the server first previews, then carries out. `reset` after anything that makes a preview old. */
export function useAddressChange(onDone: () => void) {
  const [preview, setPreview] = useState<AddressAnswer | null>(null);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const reset = () => {
    setPreview(null);
    setProblem(null);
  };
  const submit = async (change: AddressChange) => {
    if (sending) return;
    setSending(true);
    setProblem(null);
    const confirmed = preview ? { confirmed: preview.revision } : {};
    const answered = await postAddresses({ change, ...confirmed });
    setSending(false);
    if (answered.ok && answered.value.applied) return onDone();
    setPreview(answered.ok ? answered.value : null);
    if (!answered.ok) setProblem(answered.problem.message);
  };
  return { preview, sending, problem, submit, reset };
}
