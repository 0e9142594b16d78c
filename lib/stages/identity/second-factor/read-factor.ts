import 'server-only';
import type { FactorState } from '#lib/contract/factor.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';

type Row = { isConfirmed: boolean; confirmedAt: Date | null; lockedForS: number; codesLeft: number };

/** What the person may know about their own factor: never its secret. */
export async function readFactor(viewer: Viewer, tx: Tx): Promise<FactorState> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT f.confirmed_at IS NOT NULL AS "isConfirmed", f.confirmed_at AS "confirmedAt",
      greatest(0, coalesce(ceil(extract(epoch FROM f.locked_until - cs.now())), 0))::int AS "lockedForS",
      (SELECT count(*)::int FROM cs.recovery_code r WHERE r.person_id = f.person_id AND r.used_at IS NULL) AS "codesLeft"
    FROM cs.second_factor f WHERE f.person_id = ${viewer.personId}::uuid`;
  return {
    state: !row ? 'none' : row.isConfirmed ? 'confirmed' : 'begun',
    confirmedAt: row?.confirmedAt?.toISOString() ?? null,
    lockedForS: row?.lockedForS ?? 0,
    recoveryCodesLeft: row?.codesLeft ?? 0,
  };
}
