'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { SupportCase } from '#lib/contract/cases.ts';
import { useCases } from './cases-provider.tsx';
import { getCase } from './requests.ts';
import { useSeen } from './use-seen.ts';

const NONE: readonly SupportCase[] = [];

/** The cases of one conversation with what was written in them: as the page came, and as they change while it is open. */
export function useConversationCases(
  conversationId: RefObject<string | null>,
  first: readonly SupportCase[] = NONE,
): readonly SupportCase[] {
  const { cases: summaries } = useCases();
  const [cases, setCases] = useState(first);
  const known = useRef(cases);
  useEffect(() => {
    known.current = cases;
  }, [cases]);
  // Only news on the list is a reason to ask: what was fetched last may be newer than it.
  useEffect(() => {
    const renew = async (caseId: string) => {
      const answered = await getCase(caseId);
      if (answered.ok)
        setCases((before) => [...before.filter((one) => one.caseId !== caseId), answered.value]);
    };
    for (const { caseId, conversationId: of, answeredAt, state } of summaries) {
      if (of === null || of !== conversationId.current) continue;
      const have = known.current.find((one) => one.caseId === caseId);
      if (have?.answeredAt !== answeredAt || have.state !== state) void renew(caseId);
    }
  }, [summaries, conversationId]);
  useSeen(cases);
  return cases;
}
