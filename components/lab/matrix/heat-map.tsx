import { CircleDashed, ShieldCheck, Zap } from 'lucide-react';
import { Fragment } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { Link } from '#components/ui/link.tsx';
import { CATEGORIES } from '#lib/contract/lab/attack.ts';
import type { Cell, Matrix } from '#lib/contract/lab/matrix.ts';
import type { Outcome } from '#lib/contract/lab/trace.ts';
import { CATEGORY_WORDS } from '../catalogue-words.ts';
import { OUTCOME_LOOKS } from '../outcome/outcome-badge.tsx';
import { runHref } from '../run/run-href.ts';
import { STOPPER_WORDS } from '../run/words.ts';
import type { Column } from './columns.ts';

const ICONS = { landed: Zap, stopped: ShieldCheck, 'not-tried': CircleDashed } as const;

const SQUARES = {
  landed: 'bg-bad text-surface',
  stopped: 'bg-good-soft text-good',
  'not-tried': 'border-line-strong text-quiet border border-dashed',
} as const satisfies Record<Outcome, string>;

type HeatMapProps = { attacks: Matrix['attacks']; columns: readonly Column[] };

/** Attacks down, profiles across. Every square leads to that very run beside the whole application. */
export function HeatMap({ attacks, columns }: HeatMapProps) {
  const groups = CATEGORIES.map((category) => ({
    category,
    rows: attacks.filter((attack) => attack.category === category),
  })).filter(({ rows }) => rows.length > 0);
  return (
    <tbody>
      {groups.map(({ category, rows }) => (
        <Fragment key={category}>
          <tr>
            <th
              scope="rowgroup"
              colSpan={columns.length + 1}
              className="text-quiet bg-page sticky left-0 px-3 pt-4 pb-1 text-left text-[0.8125rem] font-normal"
            >
              {CATEGORY_WORDS[category]}
            </th>
          </tr>
          {rows.map((attack) => (
            <tr key={attack.id} className="hover:bg-sunken group">
              <th
                scope="row"
                className="bg-page group-hover:bg-sunken sticky left-0 z-[1] px-3 py-1 text-left text-sm font-normal"
              >
                <Link href={`/lab/attacks/${attack.id}`} className="hover:underline">
                  {attack.title}
                </Link>
              </th>
              {columns.map(({ name, title }) => (
                <td key={name} className="p-0.5 text-center">
                  <Square cell={attack.results[name]} attack={attack} profile={{ name, title }} />
                </td>
              ))}
            </tr>
          ))}
        </Fragment>
      ))}
    </tbody>
  );
}

type SquareProps = {
  cell: Cell | undefined;
  attack: Matrix['attacks'][number];
  profile: { name: string; title: string };
};

function Square({ cell, attack, profile }: SquareProps) {
  if (!cell) return <span className="text-quiet text-xs">not run</span>;
  const Icon = ICONS[cell.outcome];
  const by = cell.stoppedBy ? ` by ${STOPPER_WORDS[cell.stoppedBy]}` : '';
  const words = `${OUTCOME_LOOKS[cell.outcome].label}${by}`;
  return (
    <Link
      href={runHref(attack.id, profile.name)}
      title={`${attack.title} · ${profile.title}: ${words}`}
      aria-label={`${attack.title}, ${profile.title}: ${words}`}
      data-outcome={cell.outcome}
      className={classNames(
        'mx-auto flex h-9 w-full min-w-9 items-center justify-center rounded-md transition-opacity hover:opacity-75',
        SQUARES[cell.outcome],
      )}
    >
      <Icon className="size-4" aria-hidden />
    </Link>
  );
}
