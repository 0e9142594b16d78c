import { searchConversations } from '#lib/commands/search-conversations.ts';
import { unwrapDataKey } from '#lib/kernel/cipher/data-keys.ts';
import { type DataKey, open } from '#lib/kernel/cipher/envelope.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { conversationKeyContext, messageContext } from '#lib/stages/history/contexts.ts';
import { withClient } from '#scripts/database/connect.ts';
import { type BenchReport, type BenchRow, machine, quantile } from './report.ts';
import { inBenchWorld } from './bench-world.ts';
import { MESSAGE_CHARACTERS, storeMessages } from './stored-messages.ts';

const CONVERSATIONS = 50;
const MESSAGES_EACH = 200;
/** Searches and bare decryptions are measured in turns, so that what else the machine does befalls both. */
const REPEATS = 11;
const WARM_UP = 3;
/** In the newest conversation, in one half way, and nowhere. */
const WORDS = { newest: 'marigold', halfway: 'foxglove', nowhere: 'wisteria' } as const;

/**
 * A search through all 10,000 messages of one person, each request of it as the route makes it, beside the bare opening of the same
 * rows, already in memory; and how long the first hits take.
 */
export async function measureSearch(): Promise<BenchReport> {
  return inBenchWorld(1, async ({ adminUrl, viewers: [viewer] }) => {
    if (!viewer) throw new RangeError('Whose messages?');
    return { name: 'search', machine: machine(), rows: await measureIn(adminUrl, viewer) };
  });
}

async function measureIn(adminUrl: string, viewer: Viewer): Promise<BenchRow[]> {
  await storeMessages(adminUrl, {
    viewers: [viewer],
    conversations: CONVERSATIONS,
    messagesEach: MESSAGES_EACH,
    textOf,
    ageDays: (conversation) => CONVERSATIONS - conversation,
  });
  const openAll = await bareOpening(adminUrl, viewer);
  const whole: number[] = [];
  const bare: number[] = [];
  const first: number[] = [];
  const halfway: number[] = [];
  for (let repeat = 0; repeat < WARM_UP + REPEATS; repeat += 1) {
    const searchedMs = await search(adminUrl, viewer, WORDS.nowhere);
    const startedMs = performance.now();
    openAll();
    const openedMs = performance.now() - startedMs;
    const firstMs = await search(adminUrl, viewer, WORDS.newest, true);
    const halfwayMs = await search(adminUrl, viewer, WORDS.halfway, true);
    if (repeat < WARM_UP) continue;
    whole.push(searchedMs);
    bare.push(openedMs);
    first.push(firstMs);
    halfway.push(halfwayMs);
  }
  const ratio = median(whole.map((ms, index) => ms / (bare[index] ?? 1)));
  return [
    {
      id: 'search.whole',
      unit: 'ms',
      value: median(whole),
      baseline: median(bare),
      ratio,
      target: '≤ 1.5 × baseline',
      met: ratio <= 1.5,
    },
    firstRow('search.first-hits', first),
    firstRow('search.first-hits-halfway', halfway),
  ];
}

function firstRow(id: string, times: readonly number[]): BenchRow {
  const value = median(times);
  return { id, unit: 'ms', value, baseline: null, ratio: null, target: '≤ 100 ms', met: value <= 100 };
}

/** Different for each message, as long as most answers are. */
function textOf(conversation: number, sequence: number): string {
  const word =
    conversation === CONVERSATIONS - 1
      ? WORDS.newest
      : conversation === CONVERSATIONS / 2
        ? WORDS.halfway
        : 'seats';
  return `Message ${conversation}-${sequence} about ${word} and the invoice of last month. `
    .repeat(12)
    .slice(0, MESSAGE_CHARACTERS);
}

/** Milliseconds until the whole search is over, or until its first page with a hit. */
async function search(adminUrl: string, viewer: Viewer, q: string, untilHit = false): Promise<number> {
  await withClient(adminUrl, (client) => client.query('DELETE FROM cs.search_use'));
  const startedMs = performance.now();
  let cursor: string | undefined;
  do {
    const page = await searchConversations(viewer, { q, cursor, requestId: newId() });
    if (untilHit && page.hits.length > 0) return performance.now() - startedMs;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  if (untilHit) throw new Error('Nothing was found.');
  return performance.now() - startedMs;
}

type Row = {
  id: string;
  conversation_id: string;
  role: 'user' | 'assistant';
  sequence: number;
  body: Buffer;
};
type KeyRow = { id: string; kek_id: string; wrapped: Buffer; scope_id: string };

/** Opens every message of the person; their rows and keys are in memory beforehand. */
async function bareOpening(adminUrl: string, viewer: Viewer): Promise<() => void> {
  const { rows, keys } = await withClient(adminUrl, async (client) => ({
    rows: (
      await client.query<Row>(
        'SELECT id, conversation_id, role, sequence, body FROM cs.message WHERE person_id = $1',
        [viewer.personId],
      )
    ).rows,
    keys: (
      await client.query<KeyRow>(
        'SELECT id, kek_id, wrapped, scope_id FROM cs.data_key WHERE person_id = $1',
        [viewer.personId],
      )
    ).rows,
  }));
  const opened = new Map<string, DataKey>();
  for (const { id, kek_id: kekId, wrapped, scope_id: conversationId } of keys)
    opened.set(
      conversationId,
      await unwrapDataKey({ id, kekId, wrapped }, conversationKeyContext(viewer, conversationId)),
    );
  return () => {
    let characters = 0;
    for (const { id: messageId, conversation_id: conversationId, role, sequence, body } of rows) {
      const dataKey = opened.get(conversationId);
      if (!dataKey) throw new Error('A message has no key.');
      const context = messageContext(viewer, 'body', { conversationId, messageId, role, sequence });
      characters += open(dataKey, context, body).length;
    }
    if (characters < rows.length * MESSAGE_CHARACTERS * 0.9) throw new Error('Not everything was opened.');
  };
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
