import 'server-only';
import { SEARCH_MAX_CHARACTERS, type SearchPage } from '#lib/contract/search.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { SEARCH_WINDOW_S, SEARCHES_PER_WINDOW } from '#lib/stages/history/policy.ts';
import { wordsOf } from '#lib/stages/history/search/fold.ts';
import { queueSearch } from '#lib/stages/history/search/queue-search.ts';
import { searchConversations as search } from '#lib/stages/history/search/search-conversations.ts';

/** Most entries about values that did not open, for one page. */
const MAX_NOTED = 20;

type Args = { q: string; cursor?: string | undefined; signal?: AbortSignal | undefined; requestId: string };

/**
 * One page of a search through the viewer's own conversations. Throws `malformed` for a search that says nothing or too much, and
 * `rate_limited`; few run at once, the others wait. What was searched for is written down nowhere.
 */
export async function searchConversations(viewer: Viewer, args: Args): Promise<SearchPage> {
  const words = args.q.length > SEARCH_MAX_CHARACTERS ? [] : wordsOf(args.q);
  if (words.length === 0) throw new AppError('malformed');
  return queueSearch(viewer.personId, () => searchOnce(viewer, words, args), args.signal);
}

async function searchOnce(viewer: Viewer, words: readonly string[], args: Args): Promise<SearchPage> {
  await takeSearch(viewer);
  return withViewer(viewer, async (tx) => {
    const { page, unreadable } = await search(viewer, tx, { ...args, words });
    await recordAudit(
      viewer,
      tx,
      unreadable.slice(0, MAX_NOTED).map((subjectId) => ({
        action: 'conversation.unreadable',
        outcome: 'failed',
        subjectKind: 'conversation',
        subjectId,
        rule: 'search',
        requestId: args.requestId,
      })),
    );
    return page;
  });
}

/** A transaction of its own: searches of one person at the same time do not wait for each other. */
async function takeSearch(viewer: Viewer): Promise<void> {
  const retryAfterS = await withViewer(viewer, async (tx) => {
    const [row] = await tx.$queryRaw<{ wait: number | null }[]>`
      SELECT cs.take_search(${SEARCH_WINDOW_S}::int, ${SEARCHES_PER_WINDOW}::int) AS wait`;
    return row?.wait ?? null;
  });
  if (retryAfterS !== null) throw new AppError('rate_limited', { retryAfterS });
}
