import 'server-only';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SearchHit, SearchPage } from '#lib/contract/search.ts';
import { unwrapDataKey } from '#lib/kernel/cipher/data-keys.ts';
import { CipherError, type DataKey, open } from '#lib/kernel/cipher/envelope.ts';
import { monotonicMs } from '#lib/kernel/clock.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { conversationKeyContext, messageContext, titleContext } from '../contexts.ts';
import { SEARCH_CONVERSATIONS, SEARCH_HIT_MS, SEARCH_HITS, SEARCH_PAGE_MS } from '../policy.ts';
import { readCursor, type SearchCursor, writeCursor } from './cursor.ts';
import { hasWords } from './fold.ts';
import { mark } from './mark.ts';
import { readMessages, type SearchedMessage } from './read-messages.ts';
import { inBatches, readConversations, type Segment } from './rows.ts';
import { snippetOf } from './snippet.ts';

type Args = { words: readonly string[]; cursor?: string | undefined; signal?: AbortSignal | undefined };
/** `unreadable`: conversations in which a value did not open in its place, to be written down. */
export type Searched = { page: SearchPage; unreadable: readonly string[] };

type Messages = SearchedMessage[][];
type Opened = { dataKey: DataKey; title: string; titleHas: boolean } | null;
type Search = {
  readonly viewer: Viewer;
  readonly words: readonly string[];
  readonly startedMs: number;
  readonly hits: SearchHit[];
  /** By conversation: null where its key or title does not open. */
  readonly opened: Map<string, Opened>;
  readonly unreadable: string[];
  messages: number;
};

/**
 * One page of a search through the viewer's own titles and messages: rows are opened one after another and compared in memory,
 * and nothing is kept that could tell what they hold. What does not open is counted and hides nothing else.
 */
export async function searchConversations(viewer: Viewer, tx: Tx, args: Args): Promise<Searched> {
  const search: Search = {
    viewer,
    words: args.words,
    startedMs: monotonicMs(),
    hits: [],
    opened: new Map(),
    unreadable: [],
    messages: 0,
  };
  let from = args.cursor === undefined ? null : readCursor(args.cursor);
  let isFirst = from === null;
  for (;;) {
    const conversations = await readConversations(viewer, tx, from);
    const batches = inBatches(conversations, from, isFirst);
    const done = await searchBatches(search, tx, batches, args.signal);
    const last = conversations.at(-1);
    // Nothing of the last one is left to look through, only what comes after it.
    const after = last && { updatedAt: last.updatedAt, conversationId: last.id, before: 0 };
    const next = conversations.length < SEARCH_CONVERSATIONS || !after ? null : after;
    if (done !== null) return toSearched(search, restOf(search, batches, done) ?? next);
    if (next === null) return toSearched(search, null);
    from = next;
    isFirst = false;
  }
}

/** Opens one batch while the database reads the next. Returns how many segments were done when the page was full, else null. */
async function searchBatches(
  search: Search,
  tx: Tx,
  batches: readonly Segment[][],
  signal: AbortSignal | undefined,
): Promise<number | null> {
  let done = 0;
  let ahead: Promise<Messages> | null = null;
  for (const [index, batch] of batches.entries()) {
    const messages: Messages = await (ahead ?? readMessages(tx, batch));
    const following = batches[index + 1];
    ahead = following && search.hits.length === 0 ? readMessages(tx, following) : null;
    // Whoever waits for it hears of a failure; nobody does when opening fails first.
    ahead?.catch(() => undefined);
    await openConversations(search, batch);
    for (const [place, segment] of batch.entries()) {
      // The next batch is asked for, and whoever else waits is served, before this part is opened.
      await nextTurn();
      searchSegment(search, segment, messages[place] ?? []);
      done += 1;
      if (!isFull(search) && !signal?.aborted) continue;
      await ahead;
      return done;
    }
  }
  return null;
}

/** Where to go on: at the first part that was not looked through, of a conversation that is not among the hits already. */
function restOf(search: Search, batches: readonly Segment[][], done: number): SearchCursor | null {
  const rest = batches
    .flat()
    .slice(done)
    .find(({ conversation }) => !isHit(search, conversation.id));
  return rest ? cursorOf(rest) : null;
}

function searchSegment(search: Search, segment: Segment, messages: readonly SearchedMessage[]): void {
  const { conversation, from } = segment;
  const opened = search.opened.get(conversation.id);
  if (!opened || isHit(search, conversation.id)) return;
  const hit = (message: SearchHit['message']) =>
    search.hits.push({
      conversationId: conversation.id,
      title: opened.title,
      titleRanges: mark(opened.title, search.words),
      updatedAt: conversation.updatedAt.toISOString(),
      message,
    });
  for (const message of messages) {
    const text = readText(search, opened.dataKey, conversation.id, message);
    if (text === null || !hasWords(text, search.words)) continue;
    const { id, role, createdAtMs } = message;
    hit({ id, role, createdAt: new Date(createdAtMs).toISOString(), ...snippetOf(text, role, search.words) });
    return;
  }
  if (from <= 1 && opened.titleHas) hit(null);
}

function readText(
  search: Search,
  dataKey: DataKey,
  conversationId: string,
  message: SearchedMessage,
): string | null {
  search.messages += 1;
  const { id: messageId, role, sequence } = message;
  const context = messageContext(search.viewer, 'body', { conversationId, messageId, role, sequence });
  try {
    return open(dataKey, context, message.body);
  } catch (error) {
    if (!(error instanceof CipherError)) throw error;
    search.unreadable.push(conversationId);
    return null;
  }
}

/** The keys and titles of a batch. A title that does not open leaves its messages to be found. */
async function openConversations(search: Search, batch: readonly Segment[]): Promise<void> {
  const { viewer, opened, unreadable, words } = search;
  await Promise.all(
    batch.map(async ({ conversation }) => {
      if (opened.has(conversation.id)) return;
      const { id, keyId, kekId, wrapped, title } = conversation;
      opened.set(id, null);
      try {
        const dataKey = await unwrapDataKey(
          { id: keyId, kekId, wrapped },
          conversationKeyContext(viewer, id),
        );
        opened.set(id, { dataKey, title: 'Unreadable conversation', titleHas: false });
        const text = open(dataKey, titleContext(viewer, id), title);
        opened.set(id, { dataKey, title: text, titleHas: hasWords(text, words) });
      } catch (error) {
        if (!(error instanceof CipherError)) throw error;
        unreadable.push(id);
      }
    }),
  );
}

function isHit({ hits }: Search, id: string): boolean {
  return hits.some(({ conversationId }) => conversationId === id);
}

function isFull({ hits, startedMs }: Search): boolean {
  const spentMs = monotonicMs() - startedMs;
  return (
    hits.length >= SEARCH_HITS || spentMs >= SEARCH_PAGE_MS || (hits.length > 0 && spentMs >= SEARCH_HIT_MS)
  );
}

function cursorOf({ conversation, before }: Segment): SearchCursor {
  return { updatedAt: conversation.updatedAt, conversationId: conversation.id, before };
}

function toSearched({ hits, messages, unreadable }: Search, next: SearchCursor | null): Searched {
  const page = { hits, messages, unreadable: unreadable.length, nextCursor: next && writeCursor(next) };
  return { page, unreadable: [...new Set(unreadable)] };
}
