import { ChevronRight } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import { Empty, Sheet } from '#components/bill/section.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { caseNumber, CONTEST_GROUNDS, type InboxItem } from '#lib/contract/cases.ts';
import { ageWords } from './age-words.ts';
import { STATE_WORDS } from './case-words.ts';

/** The agents' inbox. A row says who, what kind and since when; what was written shows only in an opened case. */
export function InboxRows({ items, now }: { items: readonly InboxItem[]; now: string }) {
  if (items.length === 0)
    return (
      <Empty title="Nothing here">
        Hand-overs and contested answers will stand here, longest wait first.
      </Empty>
    );
  return (
    <Sheet>
      <ul className="divide-line divide-y" aria-label="Cases">
        {items.map((item) => (
          <li key={item.caseId}>
            {/* Opening a case is on record: nothing may open one before it is pressed. */}
            <Link
              href={`/admin/inbox/${item.caseId}`}
              prefetch={false}
              className="hover:bg-sunken flex items-center gap-3 px-4 py-3 -outline-offset-2 transition-colors sm:px-5"
            >
              <span className="grid min-w-0 grow gap-0.5">
                <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
                  <span className="font-medium">{item.customer}</span>
                  <Badge tone={STATE_WORDS[item.state].tone}>{STATE_WORDS[item.state].label}</Badge>
                </span>
                <span className="text-quiet text-[0.8125rem]">
                  {item.kind === 'handover' ? 'Hand-over' : 'Contested answer'}
                  {item.ground && ` · ${CONTEST_GROUNDS[item.ground]}`}
                </span>
              </span>
              <span className="text-quiet tabular grid shrink-0 justify-items-end text-[0.8125rem]">
                <span className="text-ink">{ageWords(item.createdAt, now)}</span>
                <span className="hidden sm:block">{caseNumber(item.caseId)}</span>
              </span>
              <ChevronRight className="text-quiet size-4 shrink-0" aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
