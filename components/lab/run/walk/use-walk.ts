'use client';

import { useCallback, useEffect, useState } from 'react';

/** How long each row stays alone before the next one follows, in a replay. */
const REPLAY_MS = 1_400;

export type Walk = {
  /** How many rows are shown; all of them while nobody walks. */
  shown: number;
  /** The row one stands at, from 0; null while nobody walks. */
  at: number | null;
  isPlaying: boolean;
  go: (to: number) => void;
  step: (by: number) => void;
  play: () => void;
  pause: () => void;
  /** Back to everything at once. */
  leave: () => void;
};

/** Goes through a finished trace row by row, by hand or by itself. `count` rows are there. */
export function useWalk(count: number): Walk {
  const [at, setAt] = useState<number | null>(null);
  const [isPlaying, setIsPlaying] = useState(false);
  const last = count - 1;
  const go = useCallback((to: number) => setAt(Math.max(0, Math.min(to, last))), [last]);
  const leave = useCallback(() => {
    setAt(null);
    setIsPlaying(false);
  }, []);
  const isAtEnd = at === null || at >= last;
  useEffect(() => {
    if (!isPlaying) return undefined;
    if (isAtEnd) {
      setIsPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => go(at + 1), REPLAY_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, isAtEnd, at, go]);
  return {
    shown: at === null ? count : at + 1,
    at,
    isPlaying,
    go: (to) => {
      setIsPlaying(false);
      go(to);
    },
    step: (by) => {
      setIsPlaying(false);
      // From everything, the first step back leads to the last row but one; the first forward to the beginning.
      go(at === null ? (by > 0 ? 0 : last - 1) : at + by);
    },
    play: () => {
      setAt(isAtEnd ? 0 : at);
      setIsPlaying(true);
    },
    pause: () => setIsPlaying(false),
    leave,
  };
}
