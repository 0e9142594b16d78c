'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { beginTurn, type LiveTurn } from './live-turn.ts';
import { runTurn } from './run-turn.ts';
import { type Start, useStored } from './use-stored.ts';
import { OFFLINE, type Problem } from './wire/problem.ts';

export type ChatCallbacks = {
  onStarted: (conversationId: string) => void;
  /** The server took nothing: the words go back into the composer. */
  onRefused: (text: string) => void;
  onFinished: () => void;
};
type Attempt = { text: string; replaces: string | undefined; key: string };

/** After a stop or a lost connection the server still has to store what was shown: how often and when to look for it. */
const SETTLE_MS = [700, 1_000, 2_000, 4_000] as const;

/** One conversation as this page holds it: stored messages, the turn that runs, and what went wrong. */
export function useChat(start: Start, callbacks: ChatCallbacks, temporary: boolean) {
  const [live, setLive] = useState<LiveTurn | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const stored = useStored(start, setProblem);
  const attempt = useRef<Attempt | null>(null);
  const stream = useRef<AbortController | null>(null);
  const { id, reload, adopt } = stored;
  const shown = useRef<LiveTurn | null>(null);
  useEffect(() => {
    shown.current = live;
  }, [live]);
  useEffect(() => () => stream.current?.abort(), []);

  const settle = useCallback(
    async (isLast = true) => {
      attempt.current = null;
      callbacks.onFinished();
      const messages = await reload();
      const isAnswered = messages !== null && (isLast || messages.at(-1)?.role === 'assistant');
      if (isAnswered && stream.current === null) setLive(null);
      return isAnswered;
    },
    [callbacks, reload],
  );

  /** As `settle`, for a turn whose end this page did not see: until its answer is stored, or for as long as that may take. */
  const settleLate = useCallback(async () => {
    for (const [time, ms] of SETTLE_MS.entries()) {
      await new Promise((resolve) => setTimeout(resolve, ms));
      if (stream.current !== null || (await settle(time === SETTLE_MS.length - 1))) return;
    }
  }, [settle]);

  const send = useCallback(
    async (text: string, replaces?: string) => {
      const abort = new AbortController();
      stream.current?.abort();
      stream.current = abort;
      attempt.current = attemptFor(attempt.current, text, replaces);
      setProblem(null);
      if (shown.current?.finish) adopt(shown.current);
      setLive(beginTurn(text, replaces));
      const request = { ...attempt.current, temporary, conversationId: id.current, signal: abort.signal };
      const outcome = await runTurn(request, (turn, startedId) => {
        if (startedId && id.current === null) callbacks.onStarted((id.current = startedId));
        if (stream.current === abort) setLive(turn);
      });
      if (stream.current !== abort) return;
      stream.current = null;
      if (outcome.end === 'refused') {
        setLive(null);
        setProblem(outcome.problem);
        if (!replaces) callbacks.onRefused(text);
        return;
      }
      if (outcome.end === 'lost' && id.current === null) setProblem(OFFLINE);
      else await (outcome.end === 'done' ? settle() : settleLate());
    },
    [adopt, callbacks, id, settle, settleLate, temporary],
  );

  const stop = useCallback(() => stream.current?.abort('stopped'), []);
  const retry = useCallback(() => {
    const last = attempt.current;
    setProblem(null);
    if (last) void send(last.text, last.replaces);
    else void settle();
  }, [send, settle]);
  const dismiss = useCallback(() => setProblem(null), []);

  return {
    ...stored,
    live,
    problem,
    send,
    stop,
    retry,
    dismiss,
    streaming: live !== null && live.finish === null,
  };
}

/** The same words tried again keep their key, so that the server can tell a retry from a second question. */
function attemptFor(last: Attempt | null, text: string, replaces: string | undefined): Attempt {
  if (last && last.text === text && last.replaces === replaces) return last;
  return { text, replaces, key: crypto.randomUUID() };
}
