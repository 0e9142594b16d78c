import { Sheet } from '#components/bill/section.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Link } from '#components/ui/link.tsx';
import { count } from '../run/words.ts';

type CategoryRow = {
  id: string;
  name: string;
  /** How many attacks of the catalogue are mapped to it. */
  attacks: number;
  /** The kind that is absent here, by its place on this page. */
  absent: string | null;
};

/** One public list: each category leads to its attacks, or to the reason why there are none. */
export function CategoryRows({ rows }: { rows: readonly CategoryRow[] }) {
  return (
    <Sheet>
      <ul className="divide-line divide-y">
        {rows.map((row) => (
          <li
            key={row.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-5 py-2.5"
          >
            <span className="flex items-center gap-3">
              <Badge className="tabular">{row.id}</Badge>
              {row.name}
            </span>
            <span className="flex flex-wrap items-center gap-x-4 text-sm">
              {row.attacks > 0 && (
                <Link
                  href={`/lab/attacks?find=${encodeURIComponent(row.id)}`}
                  className="text-accent underline underline-offset-4"
                >
                  {count(row.attacks, 'attack')}
                </Link>
              )}
              {row.absent && (
                <a href={`#${row.absent}`} className="text-quiet underline underline-offset-4">
                  Why {row.attacks > 0 ? 'only in part' : 'there is none'}
                </a>
              )}
              {row.attacks === 0 && !row.absent && <span className="text-quiet">none here</span>}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
