'use client';

import { usePathname, useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { PersonBanner } from '#components/cases/person-banner.tsx';
import type { Suggestion } from '#lib/contract/chat.ts';
import { ChatScreen } from './chat-screen.tsx';
import { useHistory } from './history/history-provider.tsx';

type ChatHomeProps = { ask: string; opening: ReactNode; questions: readonly Suggestion[] };

const NEW = { id: null, messages: [], nextCursor: null };

/** The first screen. A chat begun here takes the address of its conversation without leaving the page. */
export function ChatHome({ ask, opening, questions }: ChatHomeProps) {
  const { fresh } = useHistory();
  const router = useRouter();
  const pathname = usePathname();
  const arrived = useRef(false);
  // Going back to a chat that was begun here restores its address but this screen: fetch the conversation instead.
  useEffect(() => {
    if (!arrived.current && pathname.startsWith('/c/')) router.replace(pathname);
    arrived.current = true;
  }, [pathname, router]);
  return (
    <ChatScreen
      key={fresh}
      start={NEW}
      ask={ask}
      opening={
        <>
          <PersonBanner />
          {opening}
        </>
      }
      questions={questions}
    />
  );
}
