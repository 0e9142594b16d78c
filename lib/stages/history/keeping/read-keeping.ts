import 'server-only';
import {
  KEEP_DAYS,
  type KeepDays,
  keepDaysSchema,
  type Keeping,
  type KeepingPreview,
} from '#lib/contract/keeping.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';

/** The viewer's own period, or null where it is the organisation's. Longer than that it never is: the database bounds it. */
export async function readKeepDays(viewer: Viewer, tx: Tx): Promise<KeepDays | null> {
  const choice = await tx.keepChoice.findUnique({
    where: { personId: viewer.personId },
    select: { days: true },
  });
  return choice && keepDaysSchema.parse(choice.days);
}

/** For how long the viewer's conversations are kept, and how many there are. */
export async function readKeeping(viewer: Viewer, tx: Tx, organisationDays: number): Promise<Keeping> {
  const days = await readKeepDays(viewer, tx);
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM cs.conversation
    WHERE person_id = ${viewer.personId}::uuid AND NOT temporary AND expires_at > cs.now()`;
  return {
    organisationDays,
    days: days !== null && days < organisationDays ? days : null,
    choices: KEEP_DAYS.filter((choice) => choice < organisationDays),
    conversations: row?.count ?? 0,
  };
}

/** What a period would do to stored conversations at this moment. Changes nothing. */
export async function previewKeeping(viewer: Viewer, tx: Tx, days: KeepDays): Promise<KeepingPreview> {
  const [row] = await tx.$queryRaw<{ deleted: number; shortened: number }[]>`
    SELECT count(*) FILTER (WHERE updated_at + make_interval(days => ${days}::int) <= cs.now())::int AS deleted,
           count(*) FILTER (WHERE updated_at + make_interval(days => ${days}::int) > cs.now())::int AS shortened
    FROM cs.conversation WHERE person_id = ${viewer.personId}::uuid AND expires_at > cs.now()
      AND expires_at > updated_at + make_interval(days => ${days}::int)`;
  return { days, deleted: row?.deleted ?? 0, shortened: row?.shortened ?? 0 };
}
