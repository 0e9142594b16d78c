'use client';

import { Check } from 'lucide-react';
import { classNames } from '#components/ui/class-names.ts';
import { Link } from '#components/ui/link.tsx';
import type { Level } from '#lib/contract/lab/level.ts';
import { useSolved } from './use-solved.ts';

/** The twelve levels, from no defence to everything on. The next one that is not solved stands out. */
export function LevelPath({ levels }: { levels: readonly Level[] }) {
  const { solved } = useSolved();
  const next = levels.find(({ number }) => !solved.has(number))?.number;
  return (
    <ol className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {levels.map((level) => (
        <li key={level.number}>
          <Link
            href={`/lab/levels/${level.number}`}
            className={classNames(
              'bg-surface border-line hover:border-line-strong grid h-full grid-cols-[auto_minmax(0,1fr)] grid-rows-[auto_1fr] gap-x-4 gap-y-1 rounded-2xl border p-4 transition-colors',
              level.number === next && 'border-accent-line bg-accent-soft',
            )}
          >
            <span
              className={classNames(
                'tabular row-span-2 grid size-10 place-items-center rounded-full text-base font-semibold',
                solved.has(level.number) ? 'bg-good-soft text-good' : 'bg-sunken text-quiet',
                level.number === next && 'bg-accent text-on-accent',
              )}
            >
              {solved.has(level.number) ? <Check className="size-5" aria-label="Solved" /> : level.number}
            </span>
            <span className="pt-0.5 leading-snug font-semibold">{level.title}</span>
            <span className="text-quiet text-sm">{level.switchedOn}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
