'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Decided, Decision } from '#lib/contract/approvals.ts';
import { ERROR_TABLE, isErrorCode } from '#lib/contract/errors.ts';
import { announceChange, onChange } from './changes.ts';
import { type FirstCard, type HeldCard, usableNonce } from './held-card.ts';
import { useHeldCard } from './use-held-card.ts';
import { postDecision } from './wire/requests.ts';
import { type Trouble, troubleFrom } from './wire/trouble.ts';
import { isOpenFor, type Side } from './words.ts';

export type Proof = Pick<Decision, 'typedAmount' | 'totp'>;

/** A card read less long ago than this is not read again merely because something else changed. */
const REREAD_AFTER_MS = 2_000;

/** One card: reading it, deciding it at most once at a time, and always only as it is shown. */
export function useApproval(approvalId: string, side: Side, first: FirstCard | undefined) {
  const { held, gone, trouble, settling, setTrouble, read, spend, close } = useHeldCard(approvalId, first);
  const [deciding, setDeciding] = useState<Decision['decision'] | null>(null);
  const [effect, setEffect] = useState<Decided['effect']>();
  const [asksSecond, setAsksSecond] = useState(false);
  const busy = useRef(false);

  const refuse = useCallback(
    async (shown: HeldCard, cause: Trouble, proof: Proof) => {
      if (cause.code === 'step_up_required') setAsksSecond(true);
      setTrouble(cause.code === 'step_up_required' && proof.totp ? troubleFrom('wrong-code') : cause);
      if (!cause.unsure && !isConflict(cause)) return;
      const now = await read(shown.card);
      const isOpen = now !== null && isOpenFor(now.card.state, side);
      if (now && cause.unsure && !isOpen) setTrouble(null);
      // The nonce had run out, not the card.
      if (cause.code === 'expired' && isOpen) setTrouble(troubleFrom('too-slow'));
      announceChange(approvalId);
    },
    [approvalId, read, setTrouble, side],
  );

  const decide = useCallback(
    async (decision: Decision['decision'], proof: Proof) => {
      if (busy.current || held === null || settling) return;
      busy.current = true;
      setDeciding(decision);
      setTrouble(null);
      try {
        const { displayHash } = held.card;
        const nonce = usableNonce(held, Date.now()) ?? nonceFor(held, await read(held.card), side);
        if (nonce === null) return;
        spend();
        const answered = await postDecision(approvalId, { decision, displayHash, nonce, ...proof });
        if (!answered.ok) return await refuse(held, answered.trouble, proof);
        setEffect(answered.value.effect);
        close(answered.value);
        announceChange(approvalId);
        // Another deadline now, and a nonce to take it back with.
        if (answered.value.status === 'confirmed') await read(null);
      } finally {
        busy.current = false;
        setDeciding(null);
      }
    },
    [approvalId, close, held, read, refuse, setTrouble, settling, side, spend],
  );

  const refresh = useRef<() => void>(() => undefined);
  useEffect(() => {
    refresh.current = () => {
      const mayMove = held !== null && (held.card.state === 'pending' || held.card.state === 'confirmed');
      if (mayMove && !busy.current && Date.now() - held.readMs > REREAD_AFTER_MS) void read(held.card);
    };
  }, [held, read]);
  const reread = useCallback(() => refresh.current(), []);
  useEffect(() => onChange(approvalId, reread), [approvalId, reread]);
  const isNew = first !== undefined && 'nonce' in first && first.nonce !== null;
  useEffect(() => {
    if (isNew) announceChange(approvalId);
  }, [approvalId, isNew]);

  return { held, gone, trouble, settling, deciding, effect, asksSecond, decide, reread, read };
}

/** The nonce of a card read afresh, if that card is the one that was shown and there is still something to decide. */
function nonceFor(shown: HeldCard, now: HeldCard | null, side: Side): string | null {
  if (now === null || now.card.displayHash !== shown.card.displayHash) return null;
  return now.card.state === shown.card.state || isOpenFor(now.card.state, side) ? now.nonce : null;
}

function isConflict({ code }: Trouble): boolean {
  return isErrorCode(code) && ERROR_TABLE[code].status === 409;
}
