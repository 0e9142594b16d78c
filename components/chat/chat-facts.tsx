'use client';

import { createContext, type ReactNode, useContext } from 'react';

/** What the chat needs to know about who looks and who answers. */
export type ChatFacts = {
  /** Whether this role sees money, which decides what the assistant looks at first. */
  seesMoney: boolean;
  /** The built-in scripted demonstration answers instead of a model. */
  scripted: boolean;
  /** The person's own period, or the organisation's. */
  retentionDays: number;
  /** IANA, such as Europe/Dublin. */
  timeZone: string;
};

const Facts = createContext<ChatFacts>({
  seesMoney: true,
  scripted: false,
  retentionDays: 90,
  timeZone: 'UTC',
});

export function ChatFactsProvider({ facts, children }: { facts: ChatFacts; children: ReactNode }) {
  return <Facts value={facts}>{children}</Facts>;
}

export function useChatFacts(): ChatFacts {
  return useContext(Facts);
}
