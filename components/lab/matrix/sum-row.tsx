import { classNames } from '#components/ui/class-names.ts';
import type { Column } from './columns.ts';

type Drawn = { text: string; percent?: number; tone?: 'bad' | 'accent' };

type SumRowProps = {
  label: string;
  columns: readonly Column[];
  /** What stands in a profile's square; null where it was not measured. */
  draw: (column: Column) => Drawn | null;
};

/** One measure over all profiles, with a bar where it is a share. The bar's length is an SVG attribute: no inline style. */
export function SumRow({ label, columns, draw }: SumRowProps) {
  return (
    <tr>
      <th
        scope="row"
        className="bg-surface border-line sticky left-0 z-[1] border-t px-3 py-2 text-left text-sm font-medium"
      >
        {label}
      </th>
      {columns.map((column) => {
        const drawn = draw(column);
        return (
          <td key={column.name} className="bg-surface border-line border-t px-1.5 py-2 text-center align-top">
            <span className="tabular text-sm font-semibold whitespace-nowrap">{drawn?.text ?? '–'}</span>
            {drawn?.percent !== undefined && <Bar percent={drawn.percent} tone={drawn.tone ?? 'accent'} />}
          </td>
        );
      })}
    </tr>
  );
}

function Bar({ percent, tone }: { percent: number; tone: 'bad' | 'accent' }) {
  return (
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" className="mt-1 h-1.5 w-full" aria-hidden>
      <rect width={100} height={6} rx={3} className="fill-sunken" />
      <rect
        width={percent}
        height={6}
        rx={3}
        className={classNames(tone === 'bad' ? 'fill-bad' : 'fill-accent')}
      />
    </svg>
  );
}
