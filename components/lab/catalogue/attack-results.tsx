import { Sheet } from '#components/bill/section.tsx';
import { Link } from '#components/ui/link.tsx';
import type { Matrix } from '#lib/contract/lab/matrix.ts';
import type { Profile } from '#lib/contract/lab/profile.ts';
import { OutcomeBadge } from '../outcome/outcome-badge.tsx';
import { runHref } from '../run/run-href.ts';
import { STOPPER_WORDS } from '../run/words.ts';

type AttackResultsProps = {
  attackId: string;
  results: Matrix['attacks'][number]['results'];
  profiles: readonly Profile[];
};

/** What came of the attack under each profile, at the last measurement. */
export function AttackResults({ attackId, results, profiles }: AttackResultsProps) {
  return (
    <Sheet>
      <ul className="divide-line divide-y">
        {profiles.map(({ name, title }) => {
          const cell = results[name];
          if (!cell) return null;
          return (
            <li
              key={name}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-5 py-2.5"
            >
              <Link href={runHref(attackId, name)} className="hover:underline">
                {title}
              </Link>
              <span className="flex flex-wrap items-center gap-2.5">
                {cell.stoppedBy && (
                  <span className="text-quiet text-sm">by {STOPPER_WORDS[cell.stoppedBy]}</span>
                )}
                <OutcomeBadge outcome={cell.outcome} />
              </span>
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}
