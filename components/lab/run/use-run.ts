'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { RunRequest } from '#lib/contract/lab/trace.ts';
import { postRun, type RunPart } from '../wire/post-run.ts';
import { EMPTY_PANE, type Pane } from './pane.ts';

const LOST = 'The connection broke off. What arrived until then is shown.';
const STOPPED = 'You stopped this run.';

/** One side: starts a run, gathers its trace, stops it when asked or when the page is left. */
export function useRun() {
  const [pane, setPane] = useState<Pane>(EMPTY_PANE);
  const running = useRef<AbortController | null>(null);
  const stop = useCallback(() => running.current?.abort(), []);
  useEffect(() => stop, [stop]);

  const start = useCallback(async (request: RunRequest) => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    // A newer run has the pane to itself.
    const set = (change: (before: Pane) => Pane) =>
      setPane((before) => (running.current === own ? change(before) : before));
    set(() => ({ ...EMPTY_PANE, status: 'running' }));
    try {
      const answered = await postRun(request, own.signal);
      if (!answered.ok)
        return set((before) => ({ ...before, status: 'failed', problem: answered.problem.message }));
      for await (const part of answered.value) set((before) => withPart(before, part));
      set(finished);
    } catch {
      set((before) => ({ ...before, status: 'cut', problem: own.signal.aborted ? STOPPED : LOST }));
    }
  }, []);
  return { pane, start, stop };
}

function withPart(pane: Pane, part: RunPart): Pane {
  return 'trace' in part ? { ...pane, events: [...pane.events, part.trace] } : { ...pane, flag: part.flag };
}

/** A trace that does not end with `ended` was cut off on its way. */
function finished(pane: Pane): Pane {
  if (pane.events.at(-1)?.kind === 'ended') return { ...pane, status: 'ended' };
  return { ...pane, status: 'cut', problem: LOST };
}
