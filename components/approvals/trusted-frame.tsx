import { Hourglass, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '#components/ui/badge.tsx';
import { classNames } from '#components/ui/class-names.ts';
import type { ProposalState } from '#lib/contract/approvals.ts';
import { isOpenFor, type Side, stateWords } from './words.ts';

/** Beside the shield: whose decision it is while it is open, afterwards what this was. */
const WHOSE = {
  requester: { open: 'Only you can approve this', closed: 'A change to your account' },
  approver: { open: 'Only a finance approver can decide this', closed: 'A change to a customer’s account' },
} as const satisfies Record<Side, Record<'open' | 'closed', string>>;

type TrustedFrameProps = {
  approvalId: string;
  titleId: string;
  /** Null while the card is being read. */
  state: ProposalState | null;
  side: Side;
  left: string | null;
  children: ReactNode;
};

/** The frame that nothing but a real card has: accent border, shield, whose decision it is and how long there is for it. */
export function TrustedFrame({ approvalId, titleId, state, side, left, children }: TrustedFrameProps) {
  const open = state !== null && isOpenFor(state, side);
  const words = state && stateWords(state, side);
  return (
    <section
      className={classNames(
        'bg-surface animate-rise w-full overflow-hidden rounded-2xl border-2 text-[0.9375rem]',
        open ? 'border-accent' : 'border-line',
      )}
      aria-labelledby={titleId}
      data-approval-card
      data-approval-id={approvalId}
      data-approval-state={state ?? 'reading'}
    >
      <div
        className={classNames(
          'flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2 text-[0.8125rem] sm:px-5',
          open ? 'bg-accent-soft' : 'bg-sunken',
        )}
      >
        <span
          className={classNames('flex items-center gap-2 font-medium', open ? 'text-accent' : 'text-quiet')}
        >
          <ShieldCheck className="size-4 shrink-0" aria-hidden />
          {WHOSE[side][open ? 'open' : 'closed']}
        </span>
        {left !== null && (
          <span className="text-quiet tabular flex items-center gap-1.5" role="timer">
            <Hourglass className="size-3.5 shrink-0" aria-hidden />
            Expires in {left}
          </span>
        )}
        {!open && words && <Badge tone={words.tone}>{words.badge}</Badge>}
      </div>
      <div className="grid gap-4 px-4 py-4 sm:px-5">{children}</div>
    </section>
  );
}
