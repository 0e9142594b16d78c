import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';

/** Whether the kill switch holds for a decision about this tool: read from its rows in the decision's own transaction. */
export async function isDecisionPaused(
  _viewer: Viewer,
  tx: Tx,
  args: { tenantId: string; tool: string },
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ paused: boolean }[]>`
    SELECT cs.decision_paused(${args.tenantId}::uuid, ${args.tool}) AS paused`;
  return rows[0]?.paused ?? true;
}
