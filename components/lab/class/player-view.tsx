'use client';

import { Check, Snowflake } from 'lucide-react';
import { Section, Sheet } from '#components/bill/section.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { Link } from '#components/ui/link.tsx';
import { CHALLENGES, type LabMe, labMeSchema } from '#lib/contract/lab/class.ts';
import { challengeHref, challengeTitle } from './challenge-words.ts';
import { HandInForm } from './hand-in-form.tsx';
import { usePolled } from './use-polled.ts';

/** A player's own page: what is solved, what comes next, and where a flag is handed in. */
export function PlayerView({ first }: { first: LabMe }) {
  const { value } = usePolled(labMeSchema, '/api/lab/class/me', first);
  const me = value ?? first;
  const done = new Set(me.solved.map(({ challenge }) => challenge));
  const next = CHALLENGES.find((challenge) => !done.has(challenge));
  return (
    <>
      {me.isFrozen && (
        <p className="bg-accent-soft text-accent mb-6 flex w-fit items-center gap-2 rounded-xl px-4 py-2 font-medium">
          <Snowflake className="size-4" aria-hidden /> The board is frozen. Look to the front.
        </p>
      )}
      <Section title="Challenges" aside={`${done.size} of ${CHALLENGES.length} solved`}>
        <ol className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4">
          {CHALLENGES.map((challenge) => (
            <li key={challenge}>
              <Link
                href={challengeHref(challenge)}
                className={classNames(
                  'bg-surface border-line hover:border-line-strong flex min-h-16 items-center justify-between gap-2 rounded-2xl border px-4 py-3 font-medium transition-colors',
                  challenge === next && 'border-accent-line bg-accent-soft',
                  done.has(challenge) && 'text-quiet',
                )}
              >
                {challengeTitle(challenge)}
                {done.has(challenge) && <Check className="text-good size-5" aria-label="Solved" />}
              </Link>
            </li>
          ))}
        </ol>
      </Section>
      <Section title="Hand in a flag">
        <Sheet className="p-5">
          <HandInForm />
        </Sheet>
      </Section>
    </>
  );
}
