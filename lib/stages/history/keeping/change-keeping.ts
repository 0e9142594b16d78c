import 'server-only';
import type { KeepDays } from '#lib/contract/keeping.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { notHeld } from '../change-conversation.ts';

/** From the next message on. The database applies it wherever a conversation is given an end (`cs.bound_expiry`). */
export async function setKeepDays(viewer: Viewer, tx: Tx, days: KeepDays | null): Promise<void> {
  const { personId, homeTenantId } = viewer;
  if (days === null) {
    await tx.$executeRaw`DELETE FROM cs.keep_choice WHERE person_id = ${personId}::uuid`;
    return;
  }
  await tx.$executeRaw`
    INSERT INTO cs.keep_choice (person_id, tenant_id, days) VALUES (${personId}::uuid, ${homeTenantId}::uuid, ${days}::int)
    ON CONFLICT (person_id) DO UPDATE SET days = excluded.days, updated_at = cs.now()`;
}

/** Brings the end of stored conversations nearer, never further away; what is older is gone at once, its key first of all. */
export async function applyToStored(
  viewer: Viewer,
  tx: Tx,
  days: KeepDays,
): Promise<{ deleted: number; shortened: number }> {
  const deleted = await expireWhere(
    viewer,
    tx,
    Prisma.sql`updated_at + make_interval(days => ${days}::int) <= cs.now()`,
  );
  const shortened = await tx.$executeRaw`
    UPDATE cs.conversation SET expires_at = updated_at + make_interval(days => ${days}::int)
    WHERE person_id = ${viewer.personId}::uuid AND expires_at > updated_at + make_interval(days => ${days}::int)
      AND updated_at + make_interval(days => ${days}::int) > cs.now()`;
  return { deleted, shortened };
}

/** Destroys the keys of all the viewer's conversations and lets them expire now. Returns how many were not temporary. */
export async function expireAll(viewer: Viewer, tx: Tx): Promise<number> {
  await expireWhere(viewer, tx, Prisma.sql`temporary`);
  return expireWhere(viewer, tx, Prisma.sql`NOT temporary`);
}

/** What is under a legal hold leaves its person's view as well, but its key stays until the hold is released. */
async function expireWhere(viewer: Viewer, tx: Tx, condition: Prisma.Sql): Promise<number> {
  // Cut, not rounded, to the column's milliseconds: gone in this very transaction.
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE cs.conversation SET expires_at = date_trunc('milliseconds', cs.now())
    WHERE person_id = ${viewer.personId}::uuid AND expires_at > cs.now() AND ${condition} RETURNING id`;
  const ids = rows.map(({ id }) => id);
  await tx.$executeRaw`
    UPDATE cs.data_key SET wrapped = NULL, destroyed_at = cs.now()
    WHERE scope = 'conversation' AND scope_id = ANY(${ids}::uuid[]) AND wrapped IS NOT NULL ${notHeld()}`;
  return ids.length;
}
