'use client';

import { useCallback, useRef, useState } from 'react';
import type { Explanation } from '#lib/contract/explain.ts';
import { getExplanation } from '../../wire/requests.ts';

type State =
  | { status: 'none' }
  | { status: 'reading' }
  | { status: 'failed' }
  | { status: 'read'; explanation: Explanation };

/** The whole account of an answer, read each time it is unfolded: a decision may have been made meanwhile. */
export function useExplanation(turnId: string) {
  const [state, setState] = useState<State>({ status: 'none' });
  const asked = useRef(0);
  const read = useCallback(async () => {
    if (turnId === '') return;
    const ticket = (asked.current += 1);
    setState((known) => (known.status === 'read' ? known : { status: 'reading' }));
    const answered = await getExplanation(turnId);
    if (ticket !== asked.current) return;
    setState(answered.ok ? { status: 'read', explanation: answered.value } : { status: 'failed' });
  }, [turnId]);
  return { state, read };
}
