import type pg from 'pg';
import { createDataKey } from '#lib/kernel/cipher/data-keys.ts';
import { seal } from '#lib/kernel/cipher/envelope.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { conversationKeyContext, messageContext, titleContext } from '#lib/stages/history/contexts.ts';
import { withClient } from '#scripts/database/connect.ts';

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
  readonly onProgress?: (messages: number) => void;
};
export type StoredConversation = {
  readonly id: string;
  readonly viewer: Viewer;
  readonly lastMessageId: string;
};

/** What a question and an answer are about as long as, in characters. */
export const MESSAGE_CHARACTERS = 600;
const TEXT = 'Why is my latest invoice higher than the one before? '.repeat(12).slice(0, MESSAGE_CHARACTERS);
/** Messages of one INSERT: few round trips, and no statement of more than a few megabytes. */
const BATCH_MESSAGES = 5_000;
const KEPT_DAYS = 90;

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

type SealedMessage = {
  id: string;
  conversation: number;
  turnId: string;
  parentId: string | null;
  sequence: number;
};
type SealedConversation = StoredConversation & { keyId: string; kekId: string; ageDays: number };
type Batch = {
  conversations: SealedConversation[];
  messages: SealedMessage[];
  wrapped: Buffer[];
  titles: Buffer[];
  bodies: Buffer[];
  traces: Buffer[];
};

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
  let parentId: string | null = null;
  let turnId = newId();
  for (let sequence = 1; sequence <= shape.messagesEach; sequence += 1) {
    const role = sequence % 2 === 1 ? 'user' : 'assistant';
    if (role === 'user') turnId = newId();
    const place = { conversationId: id, messageId: newId(), role, sequence } as const;
    const text = shape.textOf?.(number, sequence) ?? TEXT;
    batch.bodies.push(seal(dataKey, messageContext(viewer, 'body', place), text));
    const trace = role === 'assistant' ? shape.trace : undefined;
    batch.traces.push(
      trace === undefined ? NOTHING : seal(dataKey, messageContext(viewer, 'trace', place), trace),
    );
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
  batch.titles.push(seal(dataKey, titleContext(viewer, id), `Conversation ${number}`));
}

const NOTHING = Buffer.alloc(0);

async function writeBatch(client: pg.Client, batch: Batch): Promise<void> {
  const { conversations: made, messages } = batch;
  await client.query(
    `WITH c AS (
       SELECT *, cs.now() - make_interval(days => age) AS at FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::int[], $8::bytea[], $9::bytea[])
         AS c (id, tenant, person, key, kek, last, age, wrapped, title)),
     k AS (INSERT INTO data_key (id, tenant_id, person_id, scope, scope_id, kek_id, wrapped, created_at)
       SELECT key, tenant, person, 'conversation', id, kek, wrapped, at FROM c)
     INSERT INTO conversation (id, tenant_id, person_id, title, next_sequence, active_message_id, created_at, updated_at, expires_at)
       SELECT id, tenant, person, title, $10, last, at, at, at + interval '${KEPT_DAYS} days' FROM c`,
    [
      made.map(({ id }) => id),
      made.map(({ viewer }) => viewer.homeTenantId),
      made.map(({ viewer }) => viewer.personId),
      made.map(({ keyId }) => keyId),
      made.map(({ kekId }) => kekId),
      made.map(({ lastMessageId }) => lastMessageId),
      made.map(({ ageDays }) => ageDays),
      batch.wrapped,
      batch.titles,
      messages.length / made.length + 1,
    ],
  );
  // Bodies in one value, cut apart by the server: an array of them would travel as hexadecimal text.
  await client.query(
    `INSERT INTO message (id, tenant_id, person_id, conversation_id, turn_id, parent_id, role, sequence, body, trace, finish, created_at)
     SELECT m.id, c.tenant_id, c.person_id, c.id, m.turn, m.parent, CASE m.sequence % 2 WHEN 1 THEN 'user' ELSE 'assistant' END, m.sequence,
            substring($7::bytea FROM m.at FOR m.size), CASE WHEN m.trace > 0 THEN substring($7::bytea FROM m.at + m.size FOR m.trace) END,
            CASE m.sequence % 2 WHEN 0 THEN 'stop' END, c.updated_at
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::int[], $8::int[], $9::int[]) AS m (id, conversation, turn, parent, sequence, at, size, trace)
     JOIN conversation c ON c.id = m.conversation`,
    [
      messages.map(({ id }) => id),
      messages.map(({ conversation }) => made[conversation]?.id),
      messages.map(({ turnId }) => turnId),
      messages.map(({ parentId }) => parentId),
      messages.map(({ sequence }) => sequence),
      offsets(batch),
      Buffer.concat(batch.bodies.flatMap((body, index) => [body, batch.traces[index] ?? NOTHING])),
      batch.bodies.map(({ length }) => length),
      batch.traces.map(({ length }) => length),
    ],
  );
}

/** Where each message's bytes begin; the first byte is 1. */
function offsets({ bodies, traces }: Batch): number[] {
  let at = 1;
  return bodies.map((body, index) => {
    const here = at;
    at += body.length + (traces[index]?.length ?? 0);
    return here;
  });
}
