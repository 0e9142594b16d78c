'use client';

import { useEffect, useRef } from 'react';
import type { SupportCase } from '#lib/contract/cases.ts';
import { useCases } from './cases-provider.tsx';
import { patchSeen } from './requests.ts';

/** Tells the server once that a reply was shown. In a page that nobody looks at, not before somebody does. */
export function useSeen(cases: readonly SupportCase[]): void {
  const { noteSeen } = useCases();
  const told = useRef(new Set<string>());
  useEffect(() => {
    const say = async (caseId: string, answeredAt: string, reply: string) => {
      told.current.add(reply);
      const answered = await patchSeen(caseId, answeredAt);
      if (answered.ok) noteSeen(caseId);
      else told.current.delete(reply);
    };
    const tell = () => {
      if (document.visibilityState !== 'visible') return;
      for (const { caseId, answeredAt, unseen } of cases) {
        const reply = `${caseId} ${answeredAt}`;
        if (unseen && answeredAt !== null && !told.current.has(reply)) void say(caseId, answeredAt, reply);
      }
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [cases, noteSeen]);
}
