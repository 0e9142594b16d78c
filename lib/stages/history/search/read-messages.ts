import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import type { Segment } from './rows.ts';

export type SearchedMessage = {
  id: string;
  role: 'user' | 'assistant';
  sequence: number;
  createdAtMs: number;
  body: Uint8Array;
};

/** The largest integer of PostgreSQL. */
const MAX_SEQUENCE = 2_147_483_647;
/** Before each body: id 36 · role 1 · sequence 4 · created at, in milliseconds, as a float 8 · length of the body 4. */
const AT = { role: 36, sequence: 37, createdAt: 41, length: 49, body: 53 } as const;
const ASSISTANT = 'a'.charCodeAt(0);
/** Messages of one value: with those of usual length it stays below what a JavaScript string gets memory of its own for, which is slow. */
const PART_MESSAGES = 40;

/**
 * The messages of each segment, newest first. They come many to a value: taken one by one, as rows, they would cost about as much as
 * opening them. In hexadecimal, as bytes travel anyway: the database client would turn bytes over twice more.
 */
export async function readMessages(tx: Tx, segments: readonly Segment[]): Promise<SearchedMessage[][]> {
  const ids = segments.map(({ conversation }) => conversation.id);
  // The newest part has no end: a row that was moved behind it is seen too, and does not open.
  const ends = segments.map(({ before, conversation }) =>
    before === conversation.nextSequence ? MAX_SEQUENCE : before,
  );
  const rows = await tx.$queryRaw<{ place: bigint; packed: string }[]>`
    SELECT s.place, encode(string_agg(m.id::text::bytea || left(m.role, 1)::bytea || int4send(m.sequence)
        || float8send(floor(extract(epoch FROM m.created_at) * 1000)::float8) || int4send(octet_length(m.body)) || m.body, '' ORDER BY m.sequence DESC), 'hex') AS packed
    FROM unnest(${ids}::uuid[], ${segments.map(({ from }) => from)}::int[], ${ends}::int[]) WITH ORDINALITY AS s(id, lo, hi, place)
    JOIN cs.message m ON m.conversation_id = s.id AND m.sequence >= s.lo AND m.sequence < s.hi
    CROSS JOIN LATERAL (SELECT m.sequence / ${PART_MESSAGES}::int AS number) part GROUP BY s.place, part.number ORDER BY s.place, part.number DESC`;
  const messages: SearchedMessage[][] = segments.map(() => []);
  for (const { place, packed } of rows) messages[Number(place) - 1]?.push(...unpack(packed));
  return messages;
}

function unpack(packed: string): SearchedMessage[] {
  const bytes = Buffer.from(packed, 'hex');
  const messages: SearchedMessage[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = at + AT.body + bytes.readInt32BE(at + AT.length);
    messages.push({
      id: bytes.toString('latin1', at, at + AT.role),
      role: bytes[at + AT.role] === ASSISTANT ? 'assistant' : 'user',
      sequence: bytes.readInt32BE(at + AT.sequence),
      createdAtMs: bytes.readDoubleBE(at + AT.createdAt),
      body: bytes.subarray(at + AT.body, end),
    });
    at = end;
  }
  return messages;
}
