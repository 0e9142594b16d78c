'use client';

import { UserRound } from 'lucide-react';
import { caseNumber, type CaseText } from '#lib/contract/cases.ts';
import { BRAND } from '#lib/contract/brand.ts';
import { When } from '#components/ui/when.tsx';

type PersonMessageProps = { caseId: string; text: CaseText; timeZone: string };

/** What a person at the vendor wrote. Plain text; drawn from the server's word for who wrote it, never from a model's. */
export function PersonMessage({ caseId, text, timeZone }: PersonMessageProps) {
  return (
    <article
      className="border-accent-line bg-surface animate-rise grid gap-2 rounded-2xl rounded-tl-md border px-4 py-3"
      aria-label={`A person at ${BRAND.name}`}
      data-person
    >
      <header className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-[0.8125rem]">
        <span className="bg-accent text-on-accent grid size-6 place-content-center rounded-full" aria-hidden>
          <UserRound className="size-3.5" />
        </span>
        <span>
          <strong className="font-semibold">Support agent</strong> · a person
        </span>
        <span className="text-quiet">
          {caseNumber(caseId)} · <When at={text.createdAt} timeZone={timeZone} />
        </span>
      </header>
      <p className="max-w-prose [overflow-wrap:anywhere] whitespace-pre-wrap">{text.text}</p>
    </article>
  );
}
