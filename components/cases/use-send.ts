'use client';

import { useState } from 'react';
import type { Answered } from '#components/chat/wire/requests.ts';
import { useCases } from './cases-provider.tsx';
import { refusalWords } from './refusal-words.ts';

/** Sends a case once, however often the button is pressed, and keeps what came of it. */
export function useSend(post: () => Promise<Answered<{ caseId: string }>>) {
  const { refresh } = useCases();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [caseId, setCaseId] = useState<string | null>(null);
  const send = async () => {
    if (sending) return;
    setSending(true);
    setProblem(null);
    const answered = await post();
    setSending(false);
    if (!answered.ok) return setProblem(refusalWords(answered.problem));
    setCaseId(answered.value.caseId);
    void refresh();
  };
  return { send, sending, problem, caseId };
}
