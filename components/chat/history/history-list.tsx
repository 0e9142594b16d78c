'use client';

import { MessageSquarePlus } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import { usePathname, useRouter } from 'next/navigation';
import { useCases } from '#components/cases/cases-provider.tsx';
import { Button } from '#components/ui/button.tsx';
import { groupByDate } from './date-groups.ts';
import { HistoryItem } from './history-item.tsx';
import { useHistory } from './history-provider.tsx';

type HistoryListProps = { now: string; timeZone: string; onOpen?: () => void };

/** Earlier conversations by date, and the way to a new one. */
export function HistoryList({ now, timeZone, onOpen = () => undefined }: HistoryListProps) {
  const history = useHistory();
  const pathname = usePathname();
  const router = useRouter();
  const { cases } = useCases();
  const unseen = new Set(cases.flatMap((one) => (one.unseen ? (one.conversationId ?? []) : [])));
  const groups = groupByDate(history.conversations, now, timeZone);
  const remove = async (id: string) => {
    if ((await history.remove(id)) && pathname === `/c/${id}`) {
      history.startFresh();
      router.push('/');
    }
  };
  return (
    <nav aria-label="Conversations" className="flex min-h-0 grow flex-col">
      <div className="p-3">
        <Button className="w-full justify-start" asChild>
          <Link
            href="/"
            onClick={() => {
              history.startFresh();
              onOpen();
            }}
          >
            <MessageSquarePlus aria-hidden /> New chat
          </Link>
        </Button>
      </div>
      <div className="min-h-0 grow overflow-y-auto overscroll-contain px-3 pb-6">
        {groups.length === 0 && (
          <p className="text-quiet px-3 py-2 text-sm">Your conversations will stand here, by date.</p>
        )}
        {groups.map((group) => (
          <section key={group.label} className="mt-3 first:mt-1" aria-label={group.label}>
            <h2 className="text-quiet px-3 pb-1 text-xs tracking-normal">{group.label}</h2>
            <ul className="grid grid-cols-[minmax(0,1fr)] gap-0.5">
              {group.conversations.map((conversation) => (
                <HistoryItem
                  key={conversation.id}
                  conversation={conversation}
                  unseen={unseen.has(conversation.id)}
                  current={pathname === `/c/${conversation.id}`}
                  onRename={(title) => history.rename(conversation.id, title)}
                  onRemove={() => remove(conversation.id)}
                  onOpen={onOpen}
                />
              ))}
            </ul>
          </section>
        ))}
        {history.hasMore && (
          <Button look="ghost" size="small" className="mt-3 w-full" onClick={() => void history.loadMore()}>
            Show older
          </Button>
        )}
      </div>
    </nav>
  );
}
