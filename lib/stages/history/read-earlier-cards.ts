import 'server-only';
import type { Card } from '#lib/contract/cards.ts';
import { type DataKey, open } from '#lib/kernel/cipher/envelope.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { messageContext } from './contexts.ts';
import { readBranchRows } from './message-rows.ts';
import { PROMPT_MESSAGES } from './policy.ts';
import { traceSchema } from './trace.ts';

/** The cards of the earlier answers that the model saw, on the branch that ends with `userMessageId`, newest first. */
export async function readEarlierCards(
  viewer: Viewer,
  tx: Tx,
  dataKey: DataKey,
  args: { conversationId: string; userMessageId: string },
): Promise<Card[]> {
  const { conversationId, userMessageId } = args;
  const rows = await readBranchRows(tx, conversationId, userMessageId, PROMPT_MESSAGES + 1);
  return rows.toReversed().flatMap(({ id, role, sequence, trace }) => {
    if (role !== 'assistant' || !trace) return [];
    const place = { conversationId, messageId: id, role, sequence };
    const json = open(dataKey, messageContext(viewer, 'trace', place), trace);
    return traceSchema.parse(JSON.parse(json)).tools.flatMap(({ card }) => card ?? []);
  });
}
