'use client';

import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { ConversationSummary } from '#lib/contract/conversations.ts';
import { deleteConversation, getConversations, patchConversation } from '../wire/requests.ts';

type History = {
  conversations: readonly ConversationSummary[];
  hasMore: boolean;
  /** Changes with every "New chat", so that the first screen starts over even where it already stands. */
  fresh: number;
  startFresh: () => void;
  refresh: () => Promise<void>;
  loadMore: () => Promise<void>;
  /** False where it did not work; the old title then stays. */
  rename: (id: string, title: string) => Promise<boolean>;
  remove: (id: string) => Promise<boolean>;
};

const HistoryContext = createContext<History | null>(null);

export function useHistory(): History {
  const history = useContext(HistoryContext);
  if (!history) throw new Error('useHistory stands outside HistoryProvider');
  return history;
}

type Page = { conversations: ConversationSummary[]; nextCursor: string | null };

export function HistoryProvider({ first, children }: { first: Page; children: ReactNode }) {
  const [page, setPage] = useState(first);
  const [fresh, setFresh] = useState(0);

  const refresh = useCallback(async () => {
    const answered = await getConversations();
    if (answered.ok) setPage(answered.value);
  }, []);
  const loadMore = useCallback(async () => {
    if (page.nextCursor === null) return;
    const answered = await getConversations(page.nextCursor);
    if (!answered.ok) return;
    setPage((known) => ({
      ...answered.value,
      conversations: [...known.conversations, ...answered.value.conversations],
    }));
  }, [page.nextCursor]);
  const change = useCallback((edit: (list: ConversationSummary[]) => ConversationSummary[]) => {
    setPage((known) => ({ ...known, conversations: edit(known.conversations) }));
  }, []);
  const rename = useCallback(
    async (id: string, title: string) => {
      const answered = await patchConversation(id, { title });
      if (answered.ok) change((list) => list.map((one) => (one.id === id ? { ...one, title } : one)));
      return answered.ok;
    },
    [change],
  );
  const remove = useCallback(
    async (id: string) => {
      const answered = await deleteConversation(id);
      const done = answered.ok || answered.problem.kind === 'gone';
      if (done) change((list) => list.filter((one) => one.id !== id));
      return done;
    },
    [change],
  );

  const value = useMemo(() => {
    const startFresh = () => setFresh((count) => count + 1);
    const { conversations, nextCursor } = page;
    return {
      conversations,
      hasMore: nextCursor !== null,
      fresh,
      startFresh,
      refresh,
      loadMore,
      rename,
      remove,
    };
  }, [page, fresh, refresh, loadMore, rename, remove]);
  return <HistoryContext value={value}>{children}</HistoryContext>;
}
