'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApprovalCard, Decided } from '#lib/contract/approvals.ts';
import { type FirstCard, type HeldCard, holdCard } from './held-card.ts';
import { getApproval } from './wire/requests.ts';
import { type Trouble, troubleFrom } from './wire/trouble.ts';

/** A card that changed under somebody's eyes takes no press for this long, so that none meant for the old one counts. */
const SETTLE_MS = 1_500;

/** The card on screen and how it is read again. A reading that differs from what was shown says so. */
export function useHeldCard(approvalId: string, first: FirstCard | undefined) {
  const [held, setHeld] = useState<HeldCard | null>(() => (first ? holdCard(first, Date.now()) : null));
  const [gone, setGone] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [settling, setSettling] = useState(false);
  const asked = useRef(0);

  const read = useCallback(
    async (shown: ApprovalCard | null): Promise<HeldCard | null> => {
      const ticket = (asked.current += 1);
      const answered = await getApproval(approvalId);
      if (ticket !== asked.current) return null;
      if (!answered.ok) {
        if (answered.trouble.code === 'not_found') setGone(true);
        setTrouble((known) => known ?? answered.trouble);
        return null;
      }
      if (answered.value.approvalId !== approvalId) {
        setTrouble(troubleFrom('unreadable'));
        return null;
      }
      const now = holdCard(answered.value, Date.now());
      setHeld(now);
      if (shown && shown.displayHash !== now.card.displayHash) {
        setSettling(true);
        setTrouble((known) => known ?? troubleFrom('looks-different'));
      } else if (shown === null) setTrouble(null);
      return now;
    },
    [approvalId],
  );

  const hasFirst = useRef(first !== undefined);
  useEffect(() => {
    if (!hasFirst.current) void read(null);
  }, [read]);
  useEffect(() => {
    if (!settling) return;
    const timer = setTimeout(() => setSettling(false), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [settling]);

  /** The nonce in hand is used up, whatever comes back. */
  const spend = useCallback(() => {
    asked.current += 1;
    setHeld((known) => known && { ...known, nonce: null });
  }, []);
  /** What the server decided stands on the card at once. */
  const close = useCallback(({ status, effect }: Decided) => {
    asked.current += 1;
    setHeld(
      (known) =>
        known && {
          ...known,
          nonce: null,
          card: { ...known.card, state: status, outcome: effect?.summary ?? null },
        },
    );
  }, []);

  return { held, gone, trouble, settling, setTrouble, read, spend, close };
}
