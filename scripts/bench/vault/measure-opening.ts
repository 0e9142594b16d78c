import { withViewer } from '#lib/kernel/db.ts';
import { readConversation } from '#lib/stages/history/read-conversation.ts';
import { type BenchRow, quantile } from '../report.ts';
import type { StoredConversation } from '../write-batch.ts';
import type { VaultStore } from './vault-store.ts';

const WARM_UP = 20;
const OPENINGS = 200;
const MOST_MS = 30;

/**
 * Opening a conversation of 200 messages as the app does: the newest page, with all that stands beside the answers; and, without a
 * target of its own, every page back to its beginning.
 */
export async function measureOpening({ opened, messagesEach }: VaultStore): Promise<BenchRow[]> {
  const [newest, whole]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < WARM_UP + OPENINGS; turn += 1) {
    const conversation = opened[(turn * 7) % opened.length];
    if (!conversation) throw new RangeError('No conversation was stored.');
    const began = performance.now();
    let { cursor, count } = await readPage(conversation, undefined);
    const afterFirst = performance.now() - began;
    while (cursor) {
      const page = await readPage(conversation, cursor);
      count += page.count;
      cursor = page.cursor;
    }
    if (count !== messagesEach) throw new Error(`${count} messages were opened, not ${messagesEach}.`);
    if (turn < WARM_UP) continue;
    newest.push(afterFirst);
    whole.push(performance.now() - began);
  }
  const row = (id: string, times: readonly number[], most: number | null): BenchRow => {
    const value = quantile(times, 0.5);
    const target = most === null ? 'none' : `p50 ≤ ${most} ms`;
    return {
      id,
      unit: 'ms',
      value,
      baseline: null,
      ratio: null,
      target,
      met: most === null || value <= most,
    };
  };
  return [row('open-200-messages', newest, MOST_MS), row('open-200-messages-every-page', whole, null)];
}

async function readPage({ id, viewer }: StoredConversation, cursor: string | undefined) {
  const page = await withViewer(viewer, (tx) => readConversation(viewer, tx, { id, cursor }));
  return { count: page.messages.length, cursor: page.nextCursor ?? undefined };
}
