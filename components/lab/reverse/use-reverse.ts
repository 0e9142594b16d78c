'use client';

import { useState } from 'react';
import { read } from '#components/chat/wire/requests.ts';
import { type ReverseResult, reverseResultSchema } from '#lib/contract/lab/level.ts';

export type Attempt =
  | { status: 'none' }
  | { status: 'running' }
  | { status: 'failed'; message: string }
  | { status: 'done'; result: ReverseResult };

/** Tries a set of defences against the whole pack and the honest tasks. */
export function useReverse() {
  const [attempt, setAttempt] = useState<Attempt>({ status: 'none' });
  const [best, setBest] = useState<number | null>(null);
  const start = async (keeps: readonly string[]) => {
    setAttempt({ status: 'running' });
    const body = JSON.stringify({ keeps });
    const answered = await read(reverseResultSchema, '/api/lab/reverse', { method: 'POST', body });
    if (!answered.ok) return setAttempt({ status: 'failed', message: answered.problem.message });
    const result = answered.value;
    setAttempt({ status: 'done', result });
    if (result.solved) setBest((known) => Math.min(known ?? Infinity, result.keeps.length));
  };
  return { attempt, best, start };
}
