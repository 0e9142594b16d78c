import 'server-only';
import { fault } from '#faults';
import type { Sent } from '#lib/contract/sent.ts';
import { open } from '#lib/kernel/cipher/envelope.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { messageContext } from '../contexts.ts';
import { loadKey } from '../load-key.ts';
import { traceSchema } from '../trace.ts';
import { unpackSent } from './pack-sent.ts';

type Row = {
  conversationId: string;
  askedAt: Date;
  expiresAt: Date;
  answerId: string;
  sequence: number;
  trace: Uint8Array | null;
  sent: Uint8Array | null;
};

/**
 * What was sent to the model in one of the viewer's turns, as it was stored with the answer. Throws `not_found` for what is not theirs, not
 * there, expired or malformed.
 */
export async function readSent(viewer: Viewer, tx: Tx, turnId: string): Promise<Sent> {
  if (!isId(turnId)) throw new AppError('not_found');
  const theirs = fault('foreign-conversation')
    ? Prisma.empty
    : Prisma.sql`AND t.person_id = ${viewer.personId}::uuid`;
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT t.conversation_id AS "conversationId", t.opened_at AS "askedAt", c.expires_at AS "expiresAt", t.answer_message_id AS "answerId",
           t.answer_sequence AS sequence, m.trace, m.sent
    FROM cs.turn t JOIN cs.conversation c ON c.id = t.conversation_id AND c.expires_at > cs.now()
    LEFT JOIN cs.message m ON m.id = t.answer_message_id AND m.conversation_id = t.conversation_id
    WHERE t.id = ${turnId}::uuid ${theirs}`;
  if (!row) throw new AppError('not_found');
  return {
    turnId,
    conversationId: row.conversationId,
    askedAt: row.askedAt.toISOString(),
    ...(await readStored(viewer, tx, row)),
    expiresAt: row.expiresAt.toISOString(),
  };
}

async function readStored(viewer: Viewer, tx: Tx, row: Row): Promise<Pick<Sent, 'state' | 'calls'>> {
  // Lost, or past its time: nobody can say what it was.
  if (row.trace === null) return { state: 'not_kept', calls: [] };
  const dataKey = await loadKey(viewer, tx, row.conversationId);
  const { conversationId, answerId: messageId, sequence } = row;
  const place = { conversationId, messageId, sequence, role: 'assistant' } as const;
  const read = (column: 'trace' | 'sent', envelope: Uint8Array) =>
    open(dataKey, messageContext(viewer, column, place), envelope);
  if (row.sent) return { state: 'kept', calls: await unpackSent(read('sent', row.sent)) };
  const { stages } = traceSchema.parse(JSON.parse(read('trace', row.trace)));
  // The prompt is composed for a model and for nothing else.
  const isAsked = stages.some(({ stage }) => stage === 'model');
  return { state: isAsked ? 'not_kept' : 'not_asked', calls: [] };
}
