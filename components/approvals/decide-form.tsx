'use client';

import { LoaderCircle } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { ApprovalCard, Decision } from '#lib/contract/approvals.ts';
import { amountMatches, plainAmount } from './amount-matches.ts';
import { AmountField } from './amount-field.tsx';
import { SecondFactorField } from './second-factor-field.tsx';
import type { Proof } from './use-approval.ts';
import { APPROVE_WORDS } from './words.ts';

type DecideFormProps = {
  card: ApprovalCard;
  /** `now`: only after a first try, so the field takes the focus when it appears. */
  asksSecond: 'always' | 'now' | 'no';
  deciding: Decision['decision'] | null;
  /** The card has just changed under the reader's eyes: no press counts yet. */
  held: boolean;
  demonstrates: boolean;
  onDecide: (decision: Decision['decision'], proof: Proof) => void;
};

/** Shortest second factor there is: the six digits of an app. Recovery codes are longer. */
const CODE_MIN = 6;

/**
 * Approve or reject, with whatever this card asks for first. Buttons that do nothing yet keep the focus: a press leads to
 * the field that is missing, and while a decision is on its way nothing is sent again.
 */
export function DecideForm({ card, asksSecond, deciding, held, demonstrates, onDecide }: DecideFormProps) {
  const [amount, setAmount] = useState('');
  const [code, setCode] = useState('');
  const amountId = useId();
  const codeId = useId();
  const matches = amountMatches(amount, card);
  const needsCode = asksSecond !== 'no';
  const ready = matches && (!needsCode || code.trim().length >= CODE_MIN);
  const proof: Proof = {
    ...(card.typeAmount !== null &&
      amount.trim() !== '' && { typedAmount: plainAmount(amount, card.amount?.currency ?? '').slice(0, 32) }),
    ...(needsCode && code.trim() !== '' && { totp: code.trim() }),
  };
  const decide = (decision: Decision['decision']) => {
    if (deciding !== null || held) return;
    if (decision === 'approve' && !ready)
      return document.getElementById(matches ? codeId : amountId)?.focus();
    onDecide(decision, proof);
    // A code is good for one try.
    setCode('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    decide('approve');
  };
  return (
    <form onSubmit={submit} className="grid gap-4" aria-busy={deciding !== null} noValidate>
      {card.typeAmount !== null && (
        <AmountField
          id={amountId}
          wanted={card.typeAmount}
          value={amount}
          matches={matches}
          onChange={setAmount}
        />
      )}
      {needsCode && (
        <SecondFactorField
          id={codeId}
          value={code}
          onChange={setCode}
          autoFocus={asksSecond === 'now'}
          demonstrates={demonstrates}
        />
      )}
      <DecideButtons
        tool={card.tool}
        deciding={deciding}
        canApprove={ready && !held && deciding === null}
        canReject={!held && deciding === null}
        onReject={() => decide('reject')}
      />
    </form>
  );
}

type DecideButtonsProps = {
  tool: ApprovalCard['tool'];
  deciding: Decision['decision'] | null;
  canApprove: boolean;
  canReject: boolean;
  onReject: () => void;
};

function DecideButtons({ tool, deciding, canApprove, canReject, onReject }: DecideButtonsProps) {
  const wide = 'grow aria-disabled:cursor-not-allowed sm:grow-0';
  return (
    <div className="flex flex-wrap gap-2.5">
      <Button type="submit" look="primary" className={wide} aria-disabled={!canApprove}>
        {deciding === 'approve' && <LoaderCircle className="animate-spin" aria-hidden />}
        {APPROVE_WORDS[tool]}
      </Button>
      <Button className={wide} aria-disabled={!canReject} onClick={onReject}>
        {deciding === 'reject' && <LoaderCircle className="animate-spin" aria-hidden />}
        Reject
      </Button>
    </div>
  );
}
