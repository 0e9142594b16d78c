import 'server-only';
import { DAY_MS, SECOND_MS } from '#lib/kernel/clock.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { CONVERSATION_KEPT_MS } from './policy.ts';

/** For how many days the viewer's organisation keeps a conversation after its last message: its own period, or the usual one. */
export async function organisationPeriodDays(viewer: Viewer, tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ keptS: number }[]>`
    SELECT extract(epoch FROM cs.kept_for(${viewer.homeTenantId}::uuid, 'conversations'))::float8 AS "keptS"`;
  return (row ? row.keptS * SECOND_MS : CONVERSATION_KEPT_MS) / DAY_MS;
}
