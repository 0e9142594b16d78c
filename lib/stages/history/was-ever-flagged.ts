import 'server-only';
import { type DataKey, open } from '#lib/kernel/cipher/envelope.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { messageContext } from './contexts.ts';
import { traceSchema, gaveOrders } from './trace.ts';

/** Turns that are looked at, the newest; what stands before so many no longer reaches a prompt. */
const MOST_TURNS = 500;

/**
 * Whether a message of this conversation, on whatever branch, looked like an attempt to give orders. A record that does not
 * open, or is no longer kept, counts as one: what can't be known any more is not taken for harmless.
 */
export async function wasEverFlagged(
  viewer: Viewer,
  tx: Tx,
  dataKey: DataKey,
  conversationId: string,
): Promise<boolean> {
  const rows = await tx.message.findMany({
    where: { conversationId, role: 'assistant' },
    select: { id: true, sequence: true, trace: true },
    orderBy: { sequence: 'desc' },
    take: MOST_TURNS,
  });
  return rows.some(({ id, sequence, trace }) => {
    if (!trace) return true;
    const place = { conversationId, messageId: id, role: 'assistant', sequence } as const;
    try {
      return gaveOrders(
        traceSchema.parse(JSON.parse(open(dataKey, messageContext(viewer, 'trace', place), trace))),
      );
    } catch {
      return true;
    }
  });
}
