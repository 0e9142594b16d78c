import 'server-only';
import { database } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { type Session, sessionSchema } from '#lib/stages/identity/session-token.ts';
import { makeCast } from '../run/cast.ts';
import { SESSIONS_MAX } from './policy.ts';

/** Where an outside client's conversation stands. */
export type ClientSession = {
  readonly sessionId: string;
  readonly person: Session;
  readonly conversationId: string | null;
};

type Row = { person: unknown; conversationId: string | null };

/** The session of this id under this profile; a fresh person of a fresh customer, with a stranger beside them, where there is none. */
export async function findSession(sessionId: string | null, profile: string): Promise<ClientSession> {
  if (sessionId) {
    const known = await readSession(sessionId, profile);
    if (known) return known;
  }
  const { people } = await makeCast({ plants: [] }, (text) => text);
  const id = sessionId || newId();
  await database('app').$executeRaw`
    INSERT INTO lab.client_session (id, profile, person) VALUES (${id}, ${profile}, ${JSON.stringify(people.owner.session)}::jsonb)
    ON CONFLICT DO NOTHING`;
  await forgetOldest();
  const made = await readSession(id, profile);
  if (!made) throw new Error('The session could not be kept.');
  return made;
}

async function readSession(id: string, profile: string): Promise<ClientSession | null> {
  const [row] = await database('app').$queryRaw<Row[]>`
    SELECT person, conversation_id AS "conversationId" FROM lab.client_session WHERE id = ${id} AND profile = ${profile}`;
  return row
    ? { sessionId: id, person: sessionSchema.parse(row.person), conversationId: row.conversationId }
    : null;
}

async function forgetOldest(): Promise<void> {
  await database('app').$executeRaw`
    DELETE FROM lab.client_session WHERE (id, profile) IN (
      SELECT id, profile FROM lab.client_session ORDER BY begun_at DESC, id OFFSET ${SESSIONS_MAX}::int)`;
}

/** What is said next in this session belongs to this conversation. */
export async function noteConversation(
  { sessionId }: ClientSession,
  profile: string,
  conversationId: string,
): Promise<void> {
  await database('app').$executeRaw`
    UPDATE lab.client_session SET conversation_id = ${conversationId} WHERE id = ${sessionId} AND profile = ${profile}`;
}
