'use client';

import { useCallback, useRef, useState } from 'react';
import type { SupportCase } from '#lib/contract/cases.ts';
import type { Message } from '#lib/contract/conversations.ts';
import { asMessages, before, type LiveTurn } from './live-turn.ts';
import type { Problem } from './wire/problem.ts';
import { getConversation, patchConversation } from './wire/requests.ts';

export type Start = {
  id: string | null;
  messages: Message[];
  nextCursor: string | null;
  cases?: SupportCase[];
  /** Kept for an hour after its last message, and listed nowhere. */
  temporary?: boolean;
  /** The message that a search led to. */
  reach?: string | undefined;
};

/** The stored part of a conversation: the branch on screen, older pages, and which conversation it is. */
export function useStored(start: Start, fail: (problem: Problem) => void) {
  const [messages, setMessages] = useState(start.messages);
  const [cursor, setCursor] = useState(start.nextCursor);
  const id = useRef(start.id);
  const asked = useRef(0);

  /** Reads the newest page again. Null where that did not work, or a later reading overtook it. */
  const reload = useCallback(async (): Promise<readonly Message[] | null> => {
    if (id.current === null) return null;
    const ticket = (asked.current += 1);
    const answered = await getConversation(id.current);
    if (ticket !== asked.current) return null;
    if (!answered.ok) {
      fail(answered.problem);
      return null;
    }
    setMessages(answered.value.messages);
    setCursor(answered.value.nextCursor);
    return answered.value.messages;
  }, [fail]);

  /** Keeps an answer on screen that the next question would push away before it was read back. */
  const adopt = useCallback((turn: LiveTurn) => {
    setMessages((known) => [...before(turn, known), ...asMessages(turn)]);
  }, []);

  const loadOlder = useCallback(async () => {
    if (id.current === null || cursor === null) return;
    const answered = await getConversation(id.current, cursor);
    if (!answered.ok) return fail(answered.problem);
    setMessages((newer) => [...answered.value.messages, ...newer]);
    setCursor(answered.value.nextCursor);
  }, [cursor, fail]);

  const showBranch = useCallback(
    async (messageId: string) => {
      if (id.current === null) return;
      const answered = await patchConversation(id.current, { activeMessageId: messageId });
      if (answered.ok) await reload();
      else fail(answered.problem);
    },
    [fail, reload],
  );

  return { id, messages, hasOlder: cursor !== null, reload, adopt, loadOlder, showBranch };
}
