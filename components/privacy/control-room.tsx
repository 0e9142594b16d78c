'use client';

import { useState } from 'react';
import { Empty, Section, Sheet } from '#components/bill/section.tsx';
import type { ConversationSummary } from '#lib/contract/conversations.ts';
import type { Erased, ErasureReceipt, ExportStatus, Holding } from '#lib/contract/privacy.ts';
import { Copies } from './copies.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { Erased as ErasedAccount } from './erased.tsx';
import { Holdings } from './holdings.tsx';
import { Receipts } from './receipts.tsx';

export type ControlRoomProps = {
  holdings: readonly Holding[];
  copies: readonly ExportStatus[];
  conversations: readonly ConversationSummary[];
  receipts: readonly ErasureReceipt[];
  demonstrates: boolean;
};

/** What is held about a person, and what they can do about it. Once the account is erased, the receipt is all that is left. */
export function ControlRoom(props: ControlRoomProps) {
  const { holdings, copies, demonstrates } = props;
  const [account, setAccount] = useState<Erased | null>(null);
  const [conversations, setConversations] = useState(props.conversations);
  const [receipts, setReceipts] = useState(props.receipts);
  if (account) return <ErasedAccount erased={account} />;
  const erased = (id: string, { receipt }: Erased) => {
    setConversations((all) => all.filter((one) => one.id !== id));
    if (receipt) setReceipts((all) => [receipt, ...all]);
  };
  return (
    <>
      <Section title="What we hold about you">
        <Sheet>
          <Holdings items={holdings} />
        </Sheet>
      </Section>
      <Section title="A copy of your data">
        <Sheet>
          <Copies first={copies} />
        </Sheet>
      </Section>
      <Section title="Erase one conversation">
        {conversations.length === 0 ? (
          <Empty title="No conversations">What you ask the assistant will be listed here.</Empty>
        ) : (
          <Sheet>
            <ul className="divide-line max-h-96 divide-y overflow-y-auto" aria-label="Conversations">
              {conversations.map(({ id, title }) => (
                <li key={id} className="flex items-center justify-between gap-4 px-5 py-2.5">
                  <span className="min-w-0 truncate">{title}</span>
                  <EraseDialog
                    conversationId={id}
                    title="Erase this conversation"
                    label="Erase"
                    about={title}
                    demonstrates={demonstrates}
                    onErased={(done) => erased(id, done)}
                  />
                </li>
              ))}
            </ul>
          </Sheet>
        )}
        <Receipts receipts={receipts} />
      </Section>
      <Section title="Erase your account">
        <Sheet>
          <div className="grid gap-4 px-5 py-5">
            <p className="max-w-prose">
              Destroys the keys of everything you wrote and were answered, deletes it, and signs you out
              everywhere. You get a signed receipt that anyone can verify. Take a copy first if you want to
              keep anything.
            </p>
            <EraseDialog
              conversationId={null}
              title="Erase your account"
              label="Erase my account…"
              demonstrates={demonstrates}
              onErased={setAccount}
            />
          </div>
        </Sheet>
      </Section>
    </>
  );
}
