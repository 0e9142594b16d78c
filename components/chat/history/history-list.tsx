'use client';

import { MessageSquarePlus } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import { usePathname, useRouter } from 'next/navigation';
import { useRef } from 'react';
import { useCases } from '#components/cases/cases-provider.tsx';
import { Button } from '#components/ui/button.tsx';
import { groupByDate } from './date-groups.ts';
import { HistoryItem } from './history-item.tsx';
import { useHistory } from './history-provider.tsx';
import { SearchField } from './search/search-field.tsx';
import { SearchResults } from './search/search-results.tsx';
import { useSearch } from './search/use-search.ts';

type HistoryListProps = { now: string; timeZone: string; onOpen?: () => void };

/** The way to a new conversation, a search, and what it found or the earlier ones by date. */
export function HistoryList({ now, timeZone, onOpen = () => undefined }: HistoryListProps) {
  const history = useHistory();
  const pathname = usePathname();
  const search = useSearch();
  const field = useRef<HTMLInputElement>(null);
  const hits = useRef<HTMLUListElement>(null);
  const current = pathname.startsWith('/c/') ? pathname.slice('/c/'.length) : null;
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
      <SearchField
        text={search.text}
        onText={search.change}
        onDown={() => hits.current?.querySelector('a')?.focus()}
        field={field}
      />
      <div className="min-h-0 grow overflow-y-auto overscroll-contain px-3 pb-6">
        {search.state.status === 'idle' ? (
          <ByDate now={now} timeZone={timeZone} current={current} onOpen={onOpen} />
        ) : (
          <SearchResults
            state={search.state}
            list={hits}
            timeZone={timeZone}
            current={current}
            onOpen={onOpen}
            onRetry={search.retry}
            onBack={() => field.current?.focus()}
          />
        )}
      </div>
    </nav>
  );
}

type ByDateProps = { now: string; timeZone: string; current: string | null; onOpen: () => void };

function ByDate({ now, timeZone, current, onOpen }: ByDateProps) {
  const history = useHistory();
  const router = useRouter();
  const { cases } = useCases();
  const unseen = new Set(cases.flatMap((one) => (one.unseen ? (one.conversationId ?? []) : [])));
  const groups = groupByDate(history.conversations, now, timeZone);
  const remove = async (id: string) => {
    if ((await history.remove(id)) && current === id) {
      history.startFresh();
      router.push('/');
    }
  };
  return (
    <>
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
                current={current === conversation.id}
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
    </>
  );
}
