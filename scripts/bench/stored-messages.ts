import { randomBytes } from 'node:crypto';
import type { CipherContext } from '#lib/kernel/cipher/context.ts';
import { createDataKey } from '#lib/kernel/cipher/data-keys.ts';
import { seal } from '#lib/kernel/cipher/envelope.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { conversationKeyContext, messageContext, titleContext } from '#lib/stages/history/contexts.ts';
import { withClient } from '#scripts/database/connect.ts';
import { type Batch, NOTHING, type StoredConversation, writeBatch } from './write-batch.ts';

/** What to store: each of `viewers` gets conversations in turn, until there are `conversations` of them. */
export type StoredShape = {
  readonly viewers: readonly Viewer[];
  readonly conversations: number;
  readonly messagesEach: number;
  /** The text of a message; the same for all by default, 600 characters of ASCII. */
  readonly textOf?: (conversation: number, sequence: number) => string;
  /** A trace beside every answer, as JSON; none by default. */
  readonly trace?: string;
  /** How long ago the last message was written, in days: more than 90, and retention removes it. */
  readonly ageDays?: (conversation: number) => number;
  /**
   * Which conversations open. Sealing a million messages takes minutes: the messages and titles of the others are random bytes as
   * long as an envelope is. Their data keys are real all the same. All open by default.
   */
  readonly opens?: (conversation: number) => boolean;
  readonly onProgress?: (messages: number) => void;
};
/** What a question and an answer are about as long as, in characters. */
export const MESSAGE_CHARACTERS = 600;
const TEXT = 'Why is my latest invoice higher than the one before? '.repeat(12).slice(0, MESSAGE_CHARACTERS);
/** Messages of one INSERT: few round trips, and no statement of more than a few megabytes. */
const BATCH_MESSAGES = 5_000;

/**
 * Stores sealed conversations as turns would have, many times faster: rows are written by a superuser, in large statements. For
 * measurements on a cluster of their own. Text and places are real: every message opens for its person and nobody else.
 * @param adminUrl superuser of the database that is written to
 */
export async function storeMessages(adminUrl: string, shape: StoredShape): Promise<StoredConversation[]> {
  return withClient(adminUrl, async (client) => {
    // Neither triggers nor foreign keys are looked at row by row: what is written here is whole by itself.
    await client.query(
      'SET search_path = cs; SET session_replication_role = replica; SET synchronous_commit = off',
    );
    const stored: StoredConversation[] = [];
    const perBatch = Math.max(1, Math.floor(BATCH_MESSAGES / shape.messagesEach));
    let written = Promise.resolve();
    for (let first = 0; first < shape.conversations; first += perBatch) {
      const count = Math.min(perBatch, shape.conversations - first);
      const batch = await sealBatch(shape, first, count);
      stored.push(
        ...batch.conversations.map(({ id, viewer, lastMessageId }) => ({ id, viewer, lastMessageId })),
      );
      // The next batch is sealed while the server writes this one.
      await written;
      written = writeBatch(client, batch);
      written.catch(() => undefined);
      shape.onProgress?.((first + count) * shape.messagesEach);
    }
    await written;
    await client.query('ANALYZE cs.data_key, cs.conversation, cs.message');
    return stored;
  });
}

async function sealBatch(shape: StoredShape, first: number, count: number): Promise<Batch> {
  const batch: Batch = { conversations: [], messages: [], wrapped: [], titles: [], bodies: [], traces: [] };
  for (let index = 0; index < count; index += 1) {
    const viewer = shape.viewers[(first + index) % shape.viewers.length];
    if (!viewer) throw new RangeError('Whose conversations?');
    await sealConversation(shape, batch, viewer, first + index);
  }
  return batch;
}

async function sealConversation(
  shape: StoredShape,
  batch: Batch,
  viewer: Viewer,
  number: number,
): Promise<void> {
  const id = newId();
  const { dataKey, stored } = await createDataKey(conversationKeyContext(viewer, id));
  const opens = shape.opens?.(number) ?? true;
  const write = (context: CipherContext, text: string) =>
    opens ? seal(dataKey, context, text) : filler(text);
  let parentId: string | null = null;
  let turnId = newId();
  for (let sequence = 1; sequence <= shape.messagesEach; sequence += 1) {
    const role = sequence % 2 === 1 ? 'user' : 'assistant';
    if (role === 'user') turnId = newId();
    const place = { conversationId: id, messageId: newId(), role, sequence } as const;
    const text = shape.textOf?.(number, sequence) ?? TEXT;
    batch.bodies.push(write(messageContext(viewer, 'body', place), text));
    const trace = role === 'assistant' ? shape.trace : undefined;
    batch.traces.push(trace === undefined ? NOTHING : write(messageContext(viewer, 'trace', place), trace));
    batch.messages.push({
      id: place.messageId,
      conversation: batch.conversations.length,
      turnId,
      parentId,
      sequence,
    });
    parentId = place.messageId;
  }
  const ageDays = shape.ageDays?.(number) ?? 0;
  batch.conversations.push({
    id,
    viewer,
    lastMessageId: parentId ?? '',
    keyId: stored.id,
    kekId: stored.kekId,
    ageDays,
  });
  batch.wrapped.push(stored.wrapped);
  batch.titles.push(write(titleContext(viewer, id), `Conversation ${number}`));
}

const ENVELOPE_BYTES = 109;
const FILLERS = new Map<number, Buffer>();

/** Bytes that look like an envelope of this text and are none. Cut from ever the same ones: nobody reads them. */
function filler(text: string): Buffer {
  const length = Buffer.byteLength(text) + ENVELOPE_BYTES;
  const known = FILLERS.get(length) ?? randomBytes(length);
  FILLERS.set(length, known);
  return known;
}
