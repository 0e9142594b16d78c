'use client';

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { CaseSummary } from '#lib/contract/cases.ts';
import { getCases } from './requests.ts';

type Cases = {
  /** The person's own cases, newest first, without what was written in them. */
  cases: readonly CaseSummary[];
  timeZone: string;
  refresh: () => Promise<void>;
  /** The reply of this case is on screen. */
  noteSeen: (caseId: string) => void;
};

/** How often a page that is looked at asks for new replies. */
const POLL_MS = 15_000;

const CasesContext = createContext<Cases>({
  cases: [],
  timeZone: 'UTC',
  refresh: () => Promise.resolve(),
  noteSeen: () => undefined,
});

export function useCases(): Cases {
  return useContext(CasesContext);
}

type CasesProviderProps = { first: readonly CaseSummary[]; timeZone: string; children: ReactNode };

/** Keeps an eye on the person's cases, so that a reply appears without a reload. A page in the background does not ask. */
export function CasesProvider({ first, timeZone, children }: CasesProviderProps) {
  const [cases, setCases] = useState(first);
  const refresh = useCallback(async () => {
    const answered = await getCases();
    if (answered.ok) setCases(answered.value.cases);
  }, []);
  const noteSeen = useCallback((caseId: string) => {
    setCases((known) => known.map((one) => (one.caseId === caseId ? { ...one, unseen: false } : one)));
  }, []);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void refresh();
    };
    const timer = setInterval(look, POLL_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [refresh]);
  const value = useMemo(() => ({ cases, timeZone, refresh, noteSeen }), [cases, timeZone, refresh, noteSeen]);
  return <CasesContext value={value}>{children}</CasesContext>;
}
