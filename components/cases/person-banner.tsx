'use client';

import { ArrowRight, UserRound } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import { useHistory } from '#components/chat/history/history-provider.tsx';
import { BRAND } from '#lib/contract/brand.ts';
import { caseNumber } from '#lib/contract/cases.ts';
import { useCases } from './cases-provider.tsx';

/** On the first screen: where a person's reply waits that has not been shown yet. */
export function PersonBanner() {
  const { cases } = useCases();
  const { conversations } = useHistory();
  const unseen = cases.filter((one) => one.unseen);
  if (unseen.length === 0) return null;
  const hrefOf = (caseId: string, conversationId: string | null) =>
    // A reply outlives its conversation: then it stands among the requests.
    conversations.some((one) => one.id === conversationId) ? `/c/${conversationId}` : `/cases#${caseId}`;
  return (
    <section
      aria-label="Replies from a person"
      className="border-accent-line bg-accent-soft animate-rise grid gap-1 rounded-2xl border px-4 py-3"
    >
      <p className="flex items-center gap-2.5 font-medium">
        <UserRound className="text-accent size-4 shrink-0" aria-hidden />A person at {BRAND.name} replied to
        you
      </p>
      <ul className="grid gap-0.5 pl-6.5 text-sm">
        {unseen.map(({ caseId, kind, conversationId }) => (
          <li key={caseId}>
            <Link
              href={hrefOf(caseId, conversationId)}
              prefetch={false}
              className="text-accent inline-block py-0.5 underline-offset-4 hover:underline"
            >
              {kind === 'handover' ? 'Your request' : 'The answer you contested'},{' '}
              <span className="whitespace-nowrap">
                {caseNumber(caseId)} <ArrowRight className="inline size-3.5" aria-hidden />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
