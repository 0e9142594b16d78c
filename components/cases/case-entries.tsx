'use client';

import { ChevronDown, Flag, UserRound } from 'lucide-react';
import { caseNumber } from '#lib/contract/cases.ts';
import { caseTitle, STATE_WORDS } from './case-words.ts';
import { useCases } from './cases-provider.tsx';
import { OwnWords } from './own-words.tsx';
import { PersonMessage } from './person-message.tsx';
import type { CaseEntry } from './place-cases.ts';

const NONE: readonly CaseEntry[] = [];

/** What stands between two messages of a chat: what a person was asked, and what they said. */
export function CaseEntries({ entries = NONE }: { entries?: readonly CaseEntry[] | undefined }) {
  const { timeZone } = useCases();
  return entries.map((entry) =>
    entry.kind === 'reply' ? (
      <PersonMessage key={entry.text.id} caseId={entry.case.caseId} text={entry.text} timeZone={timeZone} />
    ) : (
      <Opened key={entry.case.caseId} entry={entry} />
    ),
  );
}

/** One quiet line; unfolded, what was sent. */
function Opened({ entry: { case: one } }: { entry: CaseEntry }) {
  const Icon = one.kind === 'handover' ? UserRound : Flag;
  return (
    <details className="group border-line rounded-xl border border-dashed px-3.5 py-1 text-[0.8125rem]">
      <summary className="text-quiet hover:text-ink flex min-h-8 cursor-pointer list-none items-center gap-x-2.5 rounded-md [&::-webkit-details-marker]:hidden">
        <Icon className="size-3.5 shrink-0" aria-hidden />
        <span>
          {caseTitle(one)} · <span className="whitespace-nowrap">{caseNumber(one.caseId)}</span> ·{' '}
          {STATE_WORDS[one.state].label.toLowerCase()}
        </span>
        <ChevronDown
          className="ml-auto size-3.5 shrink-0 transition-transform group-open:rotate-180"
          aria-hidden
        />
      </summary>
      <div className="border-line mt-1 mb-2 border-t pt-2">
        <OwnWords one={one} />
      </div>
    </details>
  );
}
