import type { ReactNode } from 'react';
import type { Matrix } from '#lib/contract/lab/matrix.ts';
import { OutcomeBadge } from '../outcome/outcome-badge.tsx';
import { type Column, share } from './columns.ts';
import { HeatMap } from './heat-map.tsx';
import { SumRow } from './sum-row.tsx';

type MatrixViewProps = { matrix: Matrix; columns: readonly Column[] };

/** Security and usefulness in one table: a defence that breaks the product is no defence. */
export function MatrixView({ matrix, columns }: MatrixViewProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <Legend />
      <div
        className="border-line overflow-x-auto rounded-2xl border"
        tabIndex={0}
        role="region"
        aria-label="Matrix of attacks and profiles"
      >
        <table className="w-full min-w-[56rem] table-fixed border-separate border-spacing-0">
          <caption className="sr-only">
            What came of every attack under every profile, and what each profile costs honest people
          </caption>
          <thead>
            <tr>
              <th
                scope="col"
                className="bg-page sticky left-0 z-[1] w-44 px-3 py-3 text-left text-sm font-semibold sm:w-72"
              >
                Attack
              </th>
              {columns.map(({ name, title }) => (
                <th
                  key={name}
                  scope="col"
                  className="px-1.5 py-3 align-bottom text-[0.8125rem] leading-tight font-semibold"
                >
                  {title}
                </th>
              ))}
            </tr>
            <Sums columns={columns} attacks={matrix.attacks.length} />
          </thead>
          <HeatMap attacks={matrix.attacks} columns={columns} />
        </table>
      </div>
    </div>
  );
}

function Sums({ columns, attacks }: { columns: readonly Column[]; attacks: number }) {
  return (
    <>
      <SumRow
        label="Attacks that landed"
        columns={columns}
        draw={({ counts }) => ({
          text: `${counts.landed} of ${attacks}`,
          percent: share(counts.landed, attacks),
          tone: 'bad',
        })}
      />
      <SumRow
        label="Not tried: nothing tested"
        columns={columns}
        draw={({ counts }) => ({ text: String(counts['not-tried']) })}
      />
      <SumRow
        label="Honest tasks completed"
        columns={columns}
        draw={({ usefulness }) =>
          usefulness && {
            text: `${share(usefulness.completed, usefulness.tasks)} %`,
            percent: share(usefulness.completed, usefulness.tasks),
            tone: 'accent',
          }
        }
      />
      <SumRow
        label="Honest messages wrongly blocked"
        columns={columns}
        draw={({ usefulness }) => usefulness && { text: String(usefulness.falseBlocks) }}
      />
      <SumRow
        label="Confirmations per task"
        columns={columns}
        draw={({ usefulness }) => usefulness && { text: usefulness.promptsPerTask.toFixed(2) }}
      />
    </>
  );
}

function Legend() {
  return (
    <ul className="flex flex-wrap items-center gap-x-5 gap-y-2 text-sm" aria-label="What the squares mean">
      <Meaning badge={<OutcomeBadge outcome="landed" />}>it took effect</Meaning>
      <Meaning badge={<OutcomeBadge outcome="stopped" />}>tried, and a defence stopped it</Meaning>
      <Meaning badge={<OutcomeBadge outcome="not-tried" />}>
        the model did not try it: no defence was tested, so this is not safe
      </Meaning>
    </ul>
  );
}

function Meaning({ badge, children }: { badge: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center gap-2">
      {badge}
      <span className="text-quiet">{children}</span>
    </li>
  );
}
