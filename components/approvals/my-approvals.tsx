'use client';

import { useState } from 'react';
import { Empty, PageHead, Section, Sheet } from '#components/bill/section.tsx';
import { Button } from '#components/ui/button.tsx';
import type { ApprovalList } from '#lib/contract/approvals.ts';
import { ApprovalCard } from './approval-card.tsx';
import { EndedRow } from './ended-row.tsx';
import { groupByMonth } from './group-by-month.ts';
import { TroubleNote } from './trouble-note.tsx';
import { getApprovals } from './wire/requests.ts';
import type { Trouble } from './wire/trouble.ts';

type MyApprovalsProps = { waiting: ApprovalList; ended: ApprovalList; timeZone: string };

/** The viewer's own cards: what waits first, then what became of the others. A card decided here stays in its place. */
export function MyApprovals({ waiting, ended, timeZone }: MyApprovalsProps) {
  const [history, setHistory] = useState(ended);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [loading, setLoading] = useState(false);
  const loadMore = async () => {
    if (loading || history.nextCursor === null) return;
    setLoading(true);
    setTrouble(null);
    const answered = await getApprovals({ status: 'ended', cursor: history.nextCursor });
    setLoading(false);
    if (!answered.ok) return setTrouble(answered.trouble);
    const { approvals, nextCursor } = answered.value;
    setHistory((known) => ({ approvals: [...known.approvals, ...approvals], nextCursor }));
  };
  return (
    <>
      <PageHead title="Approvals">
        Changes that the assistant proposed. Nothing happens until you approve it here or in the chat.
      </PageHead>
      <Section title="Waiting">
        {waiting.approvals.length > 0 ? (
          <div className="grid gap-5">
            {waiting.approvals.map((card) => (
              <ApprovalCard
                key={card.approvalId}
                approvalId={card.approvalId}
                title={card.title}
                first={card}
              />
            ))}
          </div>
        ) : (
          <Empty title="Nothing waits for you">
            Ask for a change in the chat, such as a refund or another seat, and it will stand here for you to
            decide.
          </Empty>
        )}
      </Section>
      {history.approvals.length > 0 && (
        <Section title="Earlier">
          <div className="grid gap-6">
            {groupByMonth(history.approvals, timeZone).map(({ label, cards }) => (
              <div key={label}>
                <h3 className="text-quiet mb-2 text-sm">{label}</h3>
                <Sheet>
                  <ul className="divide-line divide-y">
                    {cards.map((card) => (
                      <EndedRow key={card.approvalId} card={card} timeZone={timeZone} />
                    ))}
                  </ul>
                </Sheet>
              </div>
            ))}
            {trouble && <TroubleNote trouble={trouble} />}
            {history.nextCursor !== null && (
              <Button className="justify-self-center" onClick={() => void loadMore()} aria-disabled={loading}>
                Show earlier
              </Button>
            )}
          </div>
        </Section>
      )}
    </>
  );
}
