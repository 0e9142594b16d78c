import 'server-only';
import { type ExportedMessage, exportedMessageSchema, type GeneratedBy } from '#lib/contract/export-file.ts';
import { writerOf } from '#lib/contract/generated-by.ts';
import { CipherError, type DataKey, open } from '#lib/kernel/cipher/envelope.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { feedbackContext, messageContext } from '#lib/stages/history/contexts.ts';
import { unpackSent } from '#lib/stages/history/sent/pack-sent.ts';
import { EMPTY_TRACE, traceSchema } from '#lib/stages/history/trace.ts';

export type MessageRow = {
  id: string;
  role: 'user' | 'assistant';
  sequence: number;
  parentId: string | null;
  turnId: string;
  body: Uint8Array;
  trace: Uint8Array | null;
  sent: Uint8Array | null;
  finish: string | null;
  createdAt: Date;
  model: string | null;
  promptVersion: string | null;
  verdict: string | null;
  words: Uint8Array | null;
  feedbackAt: Date | null;
};

/** Messages as they go into the file. One that does not open in its place says so, and hides none of the others. */
export async function* openMessages(
  viewer: Viewer,
  dataKey: DataKey,
  conversationId: string,
  rows: AsyncIterable<MessageRow>,
): AsyncGenerator<ExportedMessage> {
  const tryOpen = (context: Parameters<typeof open>[1], sealed: Uint8Array | null): string | null => {
    try {
      return sealed && open(dataKey, context, sealed);
    } catch (error) {
      if (error instanceof CipherError) return null;
      throw error;
    }
  };
  for await (const row of rows) {
    const { id, role, sequence } = row;
    const place = { conversationId, messageId: id, role, sequence };
    const trace = tryOpen(messageContext(viewer, 'trace', place), row.trace);
    const { stages, tools, approvals, claims } = trace ? traceSchema.parse(JSON.parse(trace)) : EMPTY_TRACE;
    const words = tryOpen(feedbackContext(viewer, place), row.words);
    yield exportedMessageSchema.parse({
      id,
      role,
      sequence,
      parentId: row.parentId,
      turnId: row.turnId,
      finish: row.finish,
      createdAt: row.createdAt.toISOString(),
      generated_by: generatedBy(row),
      text: tryOpen(messageContext(viewer, 'body', place), row.body),
      stages,
      tools,
      approvals,
      claims,
      sent: await sentOf(tryOpen(messageContext(viewer, 'sent', place), row.sent)),
      feedback: row.feedbackAt && {
        verdict: row.verdict,
        words,
        updatedAt: row.feedbackAt.toISOString(),
      },
    } satisfies Record<keyof ExportedMessage, unknown>);
  }
}

function generatedBy({ role, finish, model, promptVersion }: MessageRow): GeneratedBy {
  const kind = writerOf(role, finish);
  return kind === 'model' ? { kind, model, promptVersion } : { kind };
}

async function sentOf(packed: string | null): Promise<ExportedMessage['sent']> {
  return packed === null ? [] : unpackSent(packed);
}
