'use client';

import { useCallback, useEffect, useState } from 'react';
import { type BudgetStanding, type UsageLeft, usageLeftSchema } from '#lib/contract/usage.ts';
import { read } from '../wire/requests.ts';

/** `near`: four fifths are used. `over`: what is left does not reach for another question. */
export type Quota = Pick<BudgetStanding, 'scope' | 'period' | 'resetsAt'> & {
  kind: 'near' | 'over';
  /** Per cent, rounded down: 100 only where all is used. */
  percent: number;
};

const NEAR_PERCENT = 80;
/** Clocks differ, and a budget that begins anew is asked about a little later. */
const AFTER_MS = 1_500;
/** Longest wait before asking again: somebody may have raised the limit. */
const ASK_AGAIN_MS = 15 * 60_000;

/**
 * How near the viewer is to the end of a budget: asked once the page is there, again whenever `turn` changes (a message was answered or
 * refused), and when the budget begins anew. Where nothing answers there is no quota to show.
 */
export function useQuota(turn: string): Quota | null {
  const [quota, setQuota] = useState<Quota | null>(null);
  const ask = useCallback(async (_turn: string) => {
    const answered = await read(usageLeftSchema, '/api/me/usage/left');
    setQuota(answered.ok ? quotaOf(answered.value) : null);
  }, []);
  useEffect(() => {
    void ask(turn);
  }, [ask, turn]);
  const until = quota?.kind === 'over' ? quota.resetsAt : null;
  useEffect(() => {
    if (until === null) return undefined;
    const waitMs = Math.min(Math.max(0, Date.parse(until) - Date.now()) + AFTER_MS, ASK_AGAIN_MS);
    const timer = setInterval(() => void ask(turn), waitMs);
    return () => clearInterval(timer);
  }, [ask, turn, until]);
  return quota;
}

/** The budget that ends first, if one is near its end. */
export function quotaOf({ budgets, perTurn }: UsageLeft): Quota | null {
  const over = budgets.filter(({ left }) => left < perTurn);
  // Where several are used up, the one that begins anew last is what one waits for.
  const last = over.toSorted((a, b) => b.resetsAt.localeCompare(a.resetsAt))[0];
  const nearest = budgets.toSorted((a, b) => percentOf(b) - percentOf(a))[0];
  const shown = last ?? (nearest && percentOf(nearest) >= NEAR_PERCENT ? nearest : undefined);
  if (!shown) return null;
  const { scope, period, resetsAt } = shown;
  return { kind: last ? 'over' : 'near', scope, period, resetsAt, percent: percentOf(shown) };
}

function percentOf({ used, limit }: BudgetStanding): number {
  return limit === 0 ? 100 : Math.min(100, Math.floor((used / limit) * 100));
}
