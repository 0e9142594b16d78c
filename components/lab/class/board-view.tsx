'use client';

import { Check, Snowflake } from 'lucide-react';
import { Empty } from '#components/bill/section.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { type Board, boardSchema } from '#lib/contract/lab/class.ts';
import { challengeShort, challengeTitle } from './challenge-words.ts';
import { usePolled } from './use-polled.ts';

/** Who solved what, as it stands now; fresh every two seconds. */
export function LiveBoard({ first }: { first: Board | null }) {
  const { value: board, problem } = usePolled(boardSchema, '/api/lab/class/board', first);
  if (!board) return <p className="text-quiet">{problem ?? 'Reading the board…'}</p>;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {board.isFrozen && (
        <p className="bg-accent-soft text-accent flex w-fit items-center gap-2 rounded-xl px-4 py-2 font-medium">
          <Snowflake className="size-4" aria-hidden /> The board is frozen.
        </p>
      )}
      {board.rows.length === 0 ? (
        <Empty title="Nobody has joined yet">Names appear here as soon as somebody does.</Empty>
      ) : (
        <BoardTable board={board} />
      )}
    </div>
  );
}

function BoardTable({ board }: { board: Board }) {
  return (
    <div
      className="border-line bg-surface overflow-x-auto rounded-2xl border"
      tabIndex={0}
      role="region"
      aria-label="Board"
    >
      <table className="w-full border-separate border-spacing-0 text-left">
        <thead className="text-quiet text-[0.8125rem]">
          <tr>
            <th scope="col" className="py-3 pl-5 font-normal">
              <span className="sr-only">Place</span>
            </th>
            <th scope="col" className="px-3 py-3 font-normal">
              Player
            </th>
            {board.challenges.map((challenge) => (
              <th key={challenge} scope="col" className="px-1 py-3 text-center font-normal">
                <abbr title={challengeTitle(challenge)} className="tabular no-underline">
                  {challengeShort(challenge)}
                </abbr>
              </th>
            ))}
            <th scope="col" className="py-3 pr-5 pl-3 text-right font-normal">
              Solved
            </th>
          </tr>
        </thead>
        <tbody>
          {board.rows.map((row, at) => (
            <BoardRow key={row.name} row={row} place={at + 1} challenges={board.challenges} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type BoardRowProps = { row: Board['rows'][number]; place: number; challenges: Board['challenges'] };

function BoardRow({ row, place, challenges }: BoardRowProps) {
  const done = new Set(row.solved.map(({ challenge }) => challenge));
  return (
    <tr>
      <td className="border-line text-quiet tabular border-t py-2.5 pl-5">{place}</td>
      <th
        scope="row"
        className={classNames(
          'border-line border-t px-3 py-2.5 text-lg font-medium',
          place === 1 && 'font-semibold',
        )}
      >
        {row.name}
      </th>
      {challenges.map((challenge) => (
        <td key={challenge} className="border-line border-t px-1 py-2.5">
          <span
            className={classNames(
              'mx-auto grid size-6 place-items-center rounded-md',
              done.has(challenge) ? 'bg-accent text-on-accent' : 'bg-sunken',
            )}
          >
            {done.has(challenge) ? (
              <Check className="size-4" aria-label="solved" />
            ) : (
              <span className="sr-only">open</span>
            )}
          </span>
        </td>
      ))}
      <td className="border-line tabular border-t py-2.5 pr-5 pl-3 text-right text-lg font-semibold">
        {row.solved.length}
      </td>
    </tr>
  );
}
