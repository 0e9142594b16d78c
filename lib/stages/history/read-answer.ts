import 'server-only';
import { type Finish, finishSchema } from '#lib/contract/chat.ts';
import { open } from '#lib/kernel/cipher/envelope.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { messageContext } from './contexts.ts';
import { loadKey } from './load-key.ts';
import { EMPTY_TRACE, type Trace, traceSchema } from './trace.ts';

export type StoredAnswer = {
  text: string;
  trace: Trace;
  finish: Finish;
  inputTokens: number;
  outputTokens: number;
  costMicroUsd: number;
};

/** The stored answer of a finished turn, for a request that is sent again. Throws `not_found` when it was deleted since. */
export async function readAnswer(
  viewer: Viewer,
  tx: Tx,
  args: { turnId: string; conversationId: string; messageId: string },
): Promise<StoredAnswer> {
  const row = await tx.message.findFirst({
    where: {
      id: args.messageId,
      turnId: args.turnId,
      conversationId: args.conversationId,
      role: 'assistant',
    },
    select: { id: true, sequence: true, body: true, trace: true, finish: true },
  });
  const turn = await tx.turn.findUnique({
    where: { id: args.turnId },
    select: { inputTokens: true, outputTokens: true, settledMicroUsd: true },
  });
  if (!row || !turn) throw new AppError('not_found');
  const dataKey = await loadKey(viewer, tx, args.conversationId);
  const place = {
    conversationId: args.conversationId,
    messageId: row.id,
    role: 'assistant',
    sequence: row.sequence,
  } as const;
  return {
    text: open(dataKey, messageContext(viewer, 'body', place), row.body),
    // Retention takes it away before the answer itself.
    trace: row.trace
      ? traceSchema.parse(JSON.parse(open(dataKey, messageContext(viewer, 'trace', place), row.trace)))
      : EMPTY_TRACE,
    finish: finishSchema.parse(row.finish),
    inputTokens: turn.inputTokens ?? 0,
    outputTokens: turn.outputTokens ?? 0,
    costMicroUsd: Number(turn.settledMicroUsd ?? 0n),
  };
}
