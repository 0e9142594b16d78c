import 'server-only';
import { type ExportedTurn, exportedTurnSchema } from '#lib/contract/export-file.ts';
import { NIL_ID } from '#lib/kernel/ids.ts';
import { pages, type Reader } from './pages.ts';

type Row = Omit<ExportedTurn, 'openedAt' | 'closedAt'> & { openedAt: Date; closedAt: Date | null };

/** The viewer's turns, oldest first; those of temporary conversations are in no copy, as their messages. */
export async function* readTurns(reader: Reader): AsyncGenerator<ExportedTurn> {
  const rows = pages<Row>(
    reader,
    (tx, after, limit) =>
      tx.$queryRaw`
        SELECT t.id, t.conversation_id AS "conversationId", t.opened_at AS "openedAt", t.closed_at AS "closedAt", t.state, t.finish, t.model,
          t.prompt_version AS "promptVersion", t.policy_version AS "policyVersion"
        FROM cs.turn t JOIN cs.conversation c ON c.id = t.conversation_id AND NOT c.temporary AND c.expires_at > cs.now()
        WHERE t.person_id = ${reader.viewer.personId}::uuid AND (t.opened_at, t.id) > (${after?.openedAt ?? new Date(0)}, ${after?.id ?? NIL_ID}::uuid)
        ORDER BY t.opened_at, t.id LIMIT ${limit}::int`,
  );
  for await (const { openedAt, closedAt, ...row } of rows)
    yield exportedTurnSchema.parse({
      ...row,
      openedAt: openedAt.toISOString(),
      closedAt: closedAt?.toISOString() ?? null,
    });
}
