import { CircleDashed, ShieldCheck, Zap } from 'lucide-react';
import { classNames } from '#components/ui/class-names.ts';
import type { Outcome } from '#lib/contract/lab/trace.ts';

/**
 * How each is drawn. `not-tried` is grey and dashed and says that nothing was tested: whoever glances at it must not take
 * it for safe.
 */
export const OUTCOME_LOOKS = {
  landed: {
    label: 'Landed',
    words: 'The attack took effect.',
    Icon: Zap,
    soft: 'bg-bad-soft text-bad',
    edge: 'border-bad',
  },
  stopped: {
    label: 'Stopped',
    words: 'It was tried, and a defence stopped it.',
    Icon: ShieldCheck,
    soft: 'bg-good-soft text-good',
    edge: 'border-good',
  },
  'not-tried': {
    label: 'Not tried',
    words: 'The model did not try this; no defence was tested.',
    Icon: CircleDashed,
    soft: 'bg-sunken text-quiet',
    edge: 'border-line-strong border-dashed',
  },
} as const satisfies Record<Outcome, object>;

type OutcomeBadgeProps = { outcome: Outcome; large?: boolean; className?: string };

/** The outcome as a word with a sign: never a colour alone. */
export function OutcomeBadge({ outcome, large = false, className }: OutcomeBadgeProps) {
  const { label, Icon, soft, edge } = OUTCOME_LOOKS[outcome];
  return (
    <span
      data-outcome={outcome}
      className={classNames(
        'inline-flex shrink-0 items-center gap-1.5 rounded-full border font-semibold whitespace-nowrap',
        large ? 'px-3.5 py-1 text-lg [&_svg]:size-5' : 'px-2 py-0.5 text-xs [&_svg]:size-3.5',
        soft,
        outcome === 'not-tried' ? edge : 'border-transparent',
        className,
      )}
    >
      <Icon aria-hidden />
      {label}
    </span>
  );
}
