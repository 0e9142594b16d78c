'use client';

import { useCallback } from 'react';
import type { RunRequest } from '#lib/contract/lab/trace.ts';
import { type Panes, SIDES, type Side } from './pane.ts';
import { useRun } from './use-run.ts';

/** Two runs of one attack at the same time, each against its own defences. */
export function useDuel() {
  const { pane: leftPane, start: startLeft, stop: stopLeft } = useRun();
  const { pane: rightPane, start: startRight, stop: stopRight } = useRun();
  const panes: Panes = { left: leftPane, right: rightPane };
  const start = useCallback(
    (requests: Readonly<Record<Side, RunRequest>>) => {
      void startLeft(requests.left);
      void startRight(requests.right);
    },
    [startLeft, startRight],
  );
  const stop = useCallback(() => {
    stopLeft();
    stopRight();
  }, [stopLeft, stopRight]);
  return {
    panes,
    start,
    stop,
    isRunning: SIDES.some((side) => panes[side].status === 'running'),
    hasBegun: SIDES.some((side) => panes[side].status !== 'idle'),
  };
}
