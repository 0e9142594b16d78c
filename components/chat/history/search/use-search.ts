'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { SEARCH_MAX_CHARACTERS, type SearchHit } from '#lib/contract/search.ts';
import type { Problem } from '../../wire/problem.ts';
import { searchConversations } from '../../wire/requests.ts';

/** How long a person has to pause before what they typed is looked for. */
const PAUSE_MS = 60;
/** More than anybody reads: then it is better to type another word. */
const MOST_HITS = 200;

export type SearchState = {
  /** `idle`: nothing is typed. `searching`: hits may be there already, more may come. */
  status: 'idle' | 'searching' | 'done' | 'failed';
  hits: readonly SearchHit[];
  unreadable: number;
  problem: Problem | null;
};

const IDLE: SearchState = { status: 'idle', hits: [], unreadable: 0, problem: null };

/** A search as it is typed: each pause asks, hits appear page by page, and typing on ends what runs. */
export function useSearch() {
  const [text, setText] = useState('');
  const [state, setState] = useState(IDLE);
  const running = useRef<AbortController | null>(null);

  const run = useCallback(async (words: string) => {
    const abort = new AbortController();
    running.current?.abort();
    running.current = abort;
    if (words === '') return setState(IDLE);
    setState((known) => ({ ...known, status: 'searching', problem: null }));
    await readPages(words, abort.signal, (next) => {
      if (running.current === abort) setState(next);
    });
  }, []);
  useEffect(() => {
    const words = text.trim();
    const timer = setTimeout(() => void run(words), words === '' ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [run, text]);
  useEffect(() => () => running.current?.abort(), []);

  return {
    text,
    change: (next: string) => setText(next.slice(0, SEARCH_MAX_CHARACTERS)),
    retry: () => void run(text.trim()),
    state: text.trim() === '' ? IDLE : state,
  };
}

async function readPages(
  words: string,
  signal: AbortSignal,
  show: (state: SearchState) => void,
): Promise<void> {
  const hits: SearchHit[] = [];
  let unreadable = 0;
  let cursor: string | null = null;
  try {
    do {
      const answered = await searchConversations(words, cursor, signal);
      if (!answered.ok)
        return show({ status: 'failed', hits: [...hits], unreadable, problem: answered.problem });
      const { value } = answered;
      // A conversation that was spoken in meanwhile comes by a second time.
      hits.push(
        ...value.hits.filter((hit) => !hits.some((one) => one.conversationId === hit.conversationId)),
      );
      unreadable += value.unreadable;
      cursor = hits.length < MOST_HITS ? value.nextCursor : null;
      show({ status: cursor === null ? 'done' : 'searching', hits: [...hits], unreadable, problem: null });
    } while (cursor !== null);
  } catch {
    // They typed on or left: whoever ended it shows what comes next.
  }
}
