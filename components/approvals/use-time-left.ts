'use client';

import { useEffect, useState } from 'react';
import type { HeldCard } from './held-card.ts';
import { tickMs, timeLeft } from './time-left.ts';

/** Soon after the end, and once more, the server is asked how the card stands. */
const ASK_AFTER_MS = [300, 4_000] as const;

type TimeLeft = {
  /** Null until the page runs, and once it is over. */
  words: string | null;
  isOver: boolean;
};

/** Counts a card down. At the end it counts as expired at once, and `onOver` asks the server. */
export function useTimeLeft(held: HeldCard | null, onOver: () => void): TimeLeft {
  const [nowMs, setNowMs] = useState<number | null>(null);
  const state = held?.card.state;
  const expiresAt = state === 'pending' || state === 'confirmed' ? (held?.card.expiresAt ?? null) : null;
  useEffect(() => {
    if (expiresAt === null) return;
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const now = Date.now();
      setNowMs(now);
      if (now < Date.parse(expiresAt)) {
        const untilEnd = Date.parse(expiresAt) - now;
        timer = setTimeout(tick, Math.min(tickMs(expiresAt, now), untilEnd + 50));
      }
    };
    tick();
    return () => clearTimeout(timer);
  }, [expiresAt]);

  const isPast = expiresAt !== null && nowMs !== null && nowMs >= Date.parse(expiresAt);
  useEffect(() => {
    if (!isPast) return;
    const timers = ASK_AFTER_MS.map((ms) => setTimeout(onOver, ms));
    return () => timers.forEach(clearTimeout);
  }, [isPast, onOver]);

  if (expiresAt === null || nowMs === null) return { words: null, isOver: false };
  // A card that the server called open after that time is open: then this device's clock is ahead.
  const isOver = isPast && held !== null && held.readMs < Date.parse(expiresAt);
  return { words: timeLeft(expiresAt, nowMs) ?? 'a moment', isOver };
}
