import 'server-only';
import { type CaseState, type InboxItem, inboxItemSchema } from '#lib/contract/cases.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { CASE_PAGE } from '../policy.ts';

/** Exactly what is shown: no text, no key, no person, no conversation. */
type Row = Omit<InboxItem, 'createdAt' | 'answeredAt'> & { createdAt: Date; answeredAt: Date | null };

/**
 * The agents' inbox: who waits longest first, then what was answered or closed last. Reads columns without content alone.
 * Throws `not_found` for every other role.
 */
export async function listInbox(
  viewer: Viewer,
  tx: Tx,
  args: { state?: CaseState | undefined } = {},
): Promise<InboxItem[]> {
  if (viewer.role !== 'agent') throw new AppError('not_found');
  const state = args.state ?? null;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.id AS "caseId", t.name AS customer, s.kind, s.state, s.ground, s.created_at AS "createdAt", s.answered_at AS "answeredAt"
    FROM cs.support_case s JOIN cs.tenant t ON t.id = s.tenant_id
    WHERE ${state}::text IS NULL OR s.state = ${state}::text
    ORDER BY s.state = 'open' DESC, CASE WHEN s.state = 'open' THEN s.created_at END, coalesce(s.answered_at, s.created_at) DESC, s.id
    LIMIT ${CASE_PAGE}::int`;
  return rows.map((row) =>
    inboxItemSchema.parse({
      ...row,
      createdAt: row.createdAt.toISOString(),
      answeredAt: row.answeredAt?.toISOString() ?? null,
    }),
  );
}
