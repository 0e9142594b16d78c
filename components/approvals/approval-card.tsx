'use client';

import { useId, useState } from 'react';
import type { Decision } from '#lib/contract/approvals.ts';
import { CardSkeleton } from './card-skeleton.tsx';
import { CardBody } from './card-body.tsx';
import { DecideForm } from './decide-form.tsx';
import type { FirstCard } from './held-card.ts';
import { Outcome } from './outcome.tsx';
import { TroubleNote } from './trouble-note.tsx';
import { TrustedFrame } from './trusted-frame.tsx';
import { type Proof, useApproval } from './use-approval.ts';
import { useTimeLeft } from './use-time-left.ts';
import { isOpenFor, type Side, stateWords } from './words.ts';

type ApprovalCardProps = {
  approvalId: string;
  title: string;
  /** What came with the answer or the page; without it the card reads itself. */
  first?: FirstCard | undefined;
  side?: Side;
  /** This is a demonstration, in which one person may be several. */
  demonstrates?: boolean;
};

/**
 * A proposed change and the only place to decide it. Everything on it comes from the server's own events and routes; an
 * answer's text can never draw one.
 */
export function ApprovalCard({
  approvalId,
  title,
  first,
  side = 'requester',
  demonstrates = false,
}: ApprovalCardProps) {
  const titleId = useId();
  const approval = useApproval(approvalId, side, first);
  const { held, gone, trouble, deciding, reread } = approval;
  const [pressed, setPressed] = useState(false);
  const left = useTimeLeft(held, reread);
  if (!held) {
    return (
      <TrustedFrame approvalId={approvalId} titleId={titleId} state={null} side={side} left={null}>
        <CardSkeleton
          title={title}
          titleId={titleId}
          trouble={trouble}
          gone={gone}
          onAgain={() => void approval.read(null)}
        />
      </TrustedFrame>
    );
  }
  const { card } = held;
  const state = left.isOver ? 'expired' : card.state;
  const open = isOpenFor(state, side) && !gone;
  const mayTakeBack = side === 'requester' && state === 'confirmed' && deciding === null;
  const decide = (decision: Decision['decision'], proof: Proof) => {
    setPressed(true);
    void approval.decide(decision, proof);
  };
  return (
    <TrustedFrame
      approvalId={approvalId}
      titleId={titleId}
      state={state}
      side={side}
      left={state === 'pending' || state === 'confirmed' ? left.words : null}
    >
      <CardBody card={card} titleId={titleId} side={side} open={open} />
      {trouble && <TroubleNote trouble={trouble} />}
      {open ? (
        <DecideForm
          card={card}
          asksSecond={card.stepUp ? 'always' : approval.asksSecond ? 'now' : 'no'}
          deciding={deciding}
          held={approval.settling}
          demonstrates={demonstrates}
          onDecide={decide}
        />
      ) : (
        <Outcome
          card={card}
          state={state}
          side={side}
          effect={approval.effect}
          takesFocus={pressed}
          onTakeBack={mayTakeBack ? () => decide('reject', {}) : undefined}
        />
      )}
      <p role="status" aria-live="polite" className="sr-only">
        {spoken(deciding !== null, open, stateWords(state, side).badge)}
      </p>
    </TrustedFrame>
  );
}

/** What a screen reader hears of a decision; troubles speak for themselves. */
function spoken(deciding: boolean, open: boolean, badge: string): string {
  if (deciding) return 'Sending your decision.';
  return open ? '' : badge;
}
