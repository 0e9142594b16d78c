import 'server-only';
import { unwrapDataKey } from '#lib/kernel/cipher/data-keys.ts';
import { CipherError, open } from '#lib/kernel/cipher/envelope.ts';
import type { ConversationSummary } from '#lib/contract/conversations.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { conversationKeyContext, titleContext } from './contexts.ts';
import { CONVERSATION_PAGE } from './policy.ts';

type Row = {
  id: string;
  title: Uint8Array;
  createdAt: Date;
  updatedAt: Date;
  expiresAt: Date;
  keyId: string;
  kekId: string;
  wrapped: Uint8Array;
};

/** The viewer's conversations, newest first; temporary ones are never listed. `cursor` is the last id of the page before. */
export async function listConversations(
  viewer: Viewer,
  tx: Tx,
  args: { cursor?: string | undefined } = {},
): Promise<{ conversations: ConversationSummary[]; nextCursor: string | null }> {
  if (args.cursor !== undefined && !isId(args.cursor)) throw new AppError('not_found');
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id, c.title, c.created_at AS "createdAt", c.updated_at AS "updatedAt", c.expires_at AS "expiresAt",
           k.id AS "keyId", k.kek_id AS "kekId", k.wrapped
    FROM cs.conversation c JOIN cs.data_key k ON k.scope = 'conversation' AND k.scope_id = c.id AND k.wrapped IS NOT NULL
    WHERE NOT c.temporary AND c.expires_at > cs.now() AND c.person_id = ${viewer.personId}::uuid
      AND (${args.cursor ?? null}::uuid IS NULL OR (c.updated_at, c.id) < (SELECT updated_at, id FROM cs.conversation WHERE id = ${args.cursor ?? null}::uuid))
    ORDER BY c.updated_at DESC, c.id DESC LIMIT ${CONVERSATION_PAGE + 1}::int`;
  const page = rows.slice(0, CONVERSATION_PAGE);
  return {
    conversations: await Promise.all(page.map((row) => toSummary(viewer, row))),
    nextCursor: rows.length > CONVERSATION_PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

async function toSummary(viewer: Viewer, row: Row): Promise<ConversationSummary> {
  return {
    id: row.id,
    title: await readTitle(viewer, row),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  };
}

/** One value that does not open must not hide every other conversation: it is listed without its title. */
async function readTitle(viewer: Viewer, row: Row): Promise<string> {
  try {
    const dataKey = await unwrapDataKey(
      { id: row.keyId, kekId: row.kekId, wrapped: row.wrapped },
      conversationKeyContext(viewer, row.id),
    );
    return open(dataKey, titleContext(viewer, row.id), row.title);
  } catch (error) {
    if (error instanceof CipherError) return 'Unreadable conversation';
    throw error;
  }
}
