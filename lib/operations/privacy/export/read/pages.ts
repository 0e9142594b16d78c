import 'server-only';
import { type Tx, withViewer } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { READ_PAGE } from '../../policy.ts';

/** Reads as the person whose data it is: row-level security is what decides that it is theirs. */
export type Reader = { readonly viewer: Viewer };

/**
 * Rows of a list, page by page, each page in a transaction of its own: a copy of a hundred thousand messages holds none open, and
 * no more than a page in memory. `read` is handed the last row of the page before.
 */
export async function* pages<Row>(
  { viewer }: Reader,
  read: (tx: Tx, after: Row | null, limit: number) => Promise<Row[]>,
): AsyncGenerator<Row> {
  for (let after: Row | null = null; ;) {
    const page: Row[] = await withViewer(viewer, (tx) => read(tx, after, READ_PAGE));
    yield* page;
    const last = page.at(-1);
    if (page.length < READ_PAGE || last === undefined) return;
    after = last;
  }
}
