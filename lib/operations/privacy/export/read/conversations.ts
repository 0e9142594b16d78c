import 'server-only';
import { CipherError, open } from '#lib/kernel/cipher/envelope.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { NIL_ID } from '#lib/kernel/ids.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { titleContext } from '#lib/stages/history/contexts.ts';
import { loadKey } from '#lib/stages/history/load-key.ts';
import { pages, type Reader } from './pages.ts';
import { type MessageRow, openMessages } from './messages.ts';

type Row = { id: string; title: Uint8Array; createdAt: Date; updatedAt: Date; expiresAt: Date };
/** A conversation without its messages. */
export type ConversationHead = Omit<Row, 'title'> & { title: string | null };

/** The viewer's conversations, oldest first. Temporary ones are in no copy: they were promised to leave none. */
export async function* readConversations(reader: Reader): AsyncGenerator<ConversationHead> {
  const rows = pages<Row>(
    reader,
    (tx, after, limit) =>
      tx.$queryRaw`
        SELECT id, title, created_at AS "createdAt", updated_at AS "updatedAt", expires_at AS "expiresAt" FROM cs.conversation
        WHERE person_id = ${reader.viewer.personId}::uuid AND NOT temporary AND expires_at > cs.now() AND id > ${after?.id ?? NIL_ID}::uuid
        ORDER BY id LIMIT ${limit}::int`,
  );
  for await (const { title, ...row } of rows) yield { ...row, title: await openTitle(reader, row.id, title) };
}

/** What does not open, or was deleted meanwhile, takes nothing else with it. */
async function openTitle({ viewer }: Reader, id: string, title: Uint8Array): Promise<string | null> {
  const dataKey = await keyOf({ viewer }, id);
  try {
    return dataKey && open(dataKey, titleContext(viewer, id), title);
  } catch (error) {
    if (error instanceof CipherError) return null;
    throw error;
  }
}

export async function* readMessages(reader: Reader, conversationId: string) {
  const dataKey = await keyOf(reader, conversationId);
  if (!dataKey) return;
  const rows = pages<MessageRow>(
    reader,
    (tx, after, limit) =>
      tx.$queryRaw`
        SELECT m.id, m.role, m.sequence, m.parent_id AS "parentId", m.turn_id AS "turnId", m.body, m.trace, m.sent, m.finish, m.created_at AS "createdAt",
          t.model, t.prompt_version AS "promptVersion", f.verdict, f.words, f.updated_at AS "feedbackAt"
        FROM cs.message m LEFT JOIN cs.turn t ON t.id = m.turn_id LEFT JOIN cs.feedback f ON f.message_id = m.id
        WHERE m.conversation_id = ${conversationId}::uuid AND m.sequence > ${after?.sequence ?? 0}::int
        ORDER BY m.sequence LIMIT ${limit}::int`,
  );
  yield* openMessages(reader.viewer, dataKey, conversationId, rows);
}

async function keyOf({ viewer }: Reader, conversationId: string) {
  try {
    return await withViewer(viewer, (tx) => loadKey(viewer, tx, conversationId));
  } catch (error) {
    if (error instanceof CipherError || (error instanceof AppError && error.code === 'not_found'))
      return null;
    throw error;
  }
}
