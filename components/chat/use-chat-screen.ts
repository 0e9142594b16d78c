'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { saveDraft } from './draft.ts';
import { useHistory } from './history/history-provider.tsx';
import { useChat } from './use-chat.ts';
import { useDraft } from './use-draft.ts';
import type { Start } from './use-stored.ts';

/** Ties one conversation to its composer, to the history beside it and to the address bar. */
export function useChatScreen(start: Start, ask: string) {
  const router = useRouter();
  const { refresh, startFresh } = useHistory();
  const field = useRef<HTMLTextAreaElement>(null);
  const giveBack = useRef<(text: string) => void>(() => undefined);
  const callbacks = useMemo(
    () => ({
      onStarted: (id: string) => {
        saveDraft(null, '');
        window.history.replaceState(null, '', `/c/${id}`);
        void refresh();
      },
      onRefused: (text: string) => giveBack.current(text),
      onFinished: () => void refresh(),
    }),
    [refresh],
  );
  const [temporary, setTemporary] = useState(start.temporary ?? false);
  const chat = useChat(start, callbacks, temporary);
  const draft = useDraft(chat.id, ask, field);
  useEffect(() => {
    giveBack.current = draft.giveBack;
  }, [draft.giveBack]);
  useEffect(() => {
    if (ask !== '') field.current?.focus();
  }, [ask]);

  const { send, streaming, id } = chat;
  const say = useCallback(
    (text: string, replaces?: string) => {
      if (!streaming) void send(text, replaces);
    },
    [send, streaming],
  );
  const submit = () => {
    const words = draft.text;
    draft.change('');
    say(words);
  };
  /** Takes the draft along into a new conversation. */
  const moveOn = () => {
    saveDraft(id.current, '');
    saveDraft(null, draft.text);
    startFresh();
    router.push('/');
  };
  return { chat, draft, field, say, submit, moveOn, temporary, setTemporary };
}
