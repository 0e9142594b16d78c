import { classNames } from '#components/ui/class-names.ts';
import type { Matrix } from '#lib/contract/lab/matrix.ts';
import { PROFILES } from '#lib/contract/lab/profile.ts';
import type { Outcome } from '#lib/contract/lab/trace.ts';
import { OUTCOME_LOOKS } from '../outcome/outcome-badge.tsx';

const SPOTS = {
  landed: 'bg-bad',
  stopped: 'bg-good-soft border-good border',
  'not-tried': 'border-line-strong border border-dashed',
} as const satisfies Record<Outcome, string>;

/** The last measured outcomes of one attack, a square for each profile in teaching order. */
export function OutcomeStrip({ results }: { results: Matrix['attacks'][number]['results'] }) {
  const known = PROFILES.flatMap((name) => {
    const cell = results[name];
    return cell ? [{ name, outcome: cell.outcome }] : [];
  });
  const words = known.map(({ name, outcome }) => `${name}: ${OUTCOME_LOOKS[outcome].label.toLowerCase()}`);
  return (
    <span role="img" aria-label={words.join(', ')} className="inline-flex gap-0.5">
      {known.map(({ name, outcome }) => (
        <span key={name} className={classNames('size-3 rounded-[3px]', SPOTS[outcome])} />
      ))}
    </span>
  );
}
