'use client';

import { ArrowRight, Ban, CircleCheck, Hourglass, TriangleAlert } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import { useEffect, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import type { ApprovalCard, Decided, ProposalState } from '#lib/contract/approvals.ts';
import { Visible } from './visible.tsx';
import { effectPlace } from './effect-place.ts';
import { type Side, stateWords } from './words.ts';

const ICONS = {
  pending: Hourglass,
  confirmed: Hourglass,
  executed: CircleCheck,
  rejected: Ban,
  expired: Hourglass,
  void: Ban,
  failed: TriangleAlert,
} as const satisfies Record<ProposalState, typeof Ban>;

const COLOURS: Partial<Record<ProposalState, string>> = {
  executed: 'bg-good-soft text-good',
  failed: 'bg-bad-soft text-bad',
  confirmed: 'bg-warn-soft text-warn',
};

type OutcomeProps = {
  card: ApprovalCard;
  state: ProposalState;
  side: Side;
  effect: Decided['effect'];
  /** It was decided on this card, so its buttons had the focus and are gone. */
  takesFocus: boolean;
  /** Present while the person may still withdraw what waits for a second one. */
  onTakeBack?: (() => void) | undefined;
};

/** How it ended, or what it waits for. */
export function Outcome({ card, state, side, effect, takesFocus, onTakeBack }: OutcomeProps) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const isNowhere = document.activeElement === null || document.activeElement === document.body;
    if (takesFocus && isNowhere) panel.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  const Icon = ICONS[state];
  const place = state === 'executed' && side === 'requester' ? effectPlace(card, effect?.href) : null;
  return (
    <div
      ref={panel}
      tabIndex={-1}
      className={classNames(
        'flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl px-4 py-3 text-[0.875rem]',
        COLOURS[state] ?? 'bg-sunken text-ink',
      )}
      data-outcome={state}
    >
      <Icon className="size-4 shrink-0" aria-hidden />
      <p className="min-w-0 grow basis-52">
        {card.outcome && state === card.state ? (
          <Visible text={card.outcome} />
        ) : (
          stateWords(state, side).words
        )}
      </p>
      {onTakeBack && (
        <Button size="small" className="text-ink" onClick={onTakeBack}>
          Take it back
        </Button>
      )}
      {place && (
        <Link
          href={place.href}
          className="inline-flex items-center gap-1 font-medium underline underline-offset-4"
        >
          {place.label} <ArrowRight className="size-3.5" aria-hidden />
        </Link>
      )}
    </div>
  );
}
