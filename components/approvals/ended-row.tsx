import { ChevronDown } from 'lucide-react';
import { Badge } from '#components/ui/badge.tsx';
import type { ApprovalCard } from '#lib/contract/approvals.ts';
import { CardLines } from './card-lines.tsx';
import { Visible } from './visible.tsx';
import { When } from '#components/ui/when.tsx';
import { stateWords } from './words.ts';

/** A change that was decided, as one row; unfolded, all that stood on its card. */
export function EndedRow({ card, timeZone }: { card: ApprovalCard; timeZone: string }) {
  const { badge, tone, words } = stateWords(card.state, 'requester');
  return (
    <li>
      <details className="group" data-approval-row={card.approvalId}>
        <summary className="hover:bg-sunken/60 grid cursor-pointer list-none grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-4 py-3 [&::-webkit-details-marker]:hidden">
          <span className="font-medium">
            <Visible text={card.title} />
          </span>
          <ChevronDown className="text-quiet size-4 transition-transform group-open:rotate-180" aria-hidden />
          <span className="text-quiet flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.8125rem]">
            <Badge tone={tone}>{badge}</Badge>
            <When at={card.createdAt} timeZone={timeZone} long />
          </span>
        </summary>
        <div className="grid gap-3 px-4 pb-5">
          <p className="text-[0.875rem]">{card.outcome ? <Visible text={card.outcome} /> : words}</p>
          <CardLines lines={card.lines} side="requester" />
        </div>
      </details>
    </li>
  );
}
