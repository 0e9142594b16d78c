import type pg from 'pg';
import type { Viewer } from '#lib/kernel/ports.ts';

export type StoredConversation = {
  readonly id: string;
  readonly viewer: Viewer;
  readonly lastMessageId: string;
};

type SealedMessage = {
  id: string;
  conversation: number;
  turnId: string;
  parentId: string | null;
  sequence: number;
};
type SealedConversation = StoredConversation & { keyId: string; kekId: string; ageDays: number };
/** Conversations and their messages, sealed, before they are stored. Messages name their conversation by its place in the list. */
export type Batch = {
  conversations: SealedConversation[];
  messages: SealedMessage[];
  wrapped: Buffer[];
  titles: Buffer[];
  bodies: Buffer[];
  traces: Buffer[];
};

const KEPT_DAYS = 90;

/** In place of a trace where there is none. */
export const NOTHING = Buffer.alloc(0);

/** Stores a batch in two statements. */
export async function writeBatch(client: pg.Client, batch: Batch): Promise<void> {
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
