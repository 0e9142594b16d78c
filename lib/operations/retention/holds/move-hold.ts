import 'server-only';
import { type HoldMove, type HoldState, holdStateSchema } from '#lib/contract/retention.ts';
import { type Tx, withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { HOLD_MOVES, movesOf } from './hold-moves.ts';

type Row = { tenantId: string; state: string; setBy: string; releaseAskedBy: string | null };

/**
 * An administrator takes the next step of a hold. Throws `not_found` for everyone else, `decided` where it has moved on or lapsed, and
 * `not_eligible` where the step takes somebody else than who took the one before; that is written down.
 */
export async function moveHold(
  viewer: Viewer,
  { id, move }: { id: string; move: HoldMove },
  requestId: string,
): Promise<HoldState> {
  if (viewer.role !== 'admin' || !isId(id)) throw new AppError('not_found');
  const tenantId = await withViewer(viewer, async (tx) => (await findHold(tx, id)).tenantId);
  const acting = { ...viewer, actingTenantId: tenantId };
  const { to, from, action } = HOLD_MOVES[move];
  const entry = { action, subjectKind: 'hold', subjectId: id, requestId } as const;
  const refusal = await withViewer(acting, async (tx) => {
    const hold = await holdRow(tx, id);
    const state = holdStateSchema.parse(hold.state);
    if (movesOf({ ...hold, state }, viewer.personId).includes(move)) {
      await step(tx, id, move, viewer.personId);
      await recordAudit(acting, tx, [{ ...entry, outcome: 'allowed' }]);
      return null;
    }
    const code = state === from ? 'not_eligible' : 'decided';
    await recordAudit(acting, tx, [{ ...entry, outcome: 'denied', rule: code }]);
    return code;
  });
  if (refusal) throw new AppError(refusal);
  return to;
}

async function step(tx: Tx, id: string, move: HoldMove, personId: string): Promise<void> {
  const { to } = HOLD_MOVES[move];
  if (move === 'confirm')
    await tx.$executeRaw`UPDATE cs.legal_hold SET state = ${to}, confirmed_by = ${personId}::uuid, confirmed_at = cs.now() WHERE id = ${id}::uuid`;
  else if (move === 'ask_release')
    await tx.$executeRaw`UPDATE cs.legal_hold SET state = ${to}, release_asked_by = ${personId}::uuid, release_asked_at = cs.now() WHERE id = ${id}::uuid`;
  else if (move === 'keep')
    await tx.$executeRaw`UPDATE cs.legal_hold SET state = ${to}, release_asked_by = NULL, release_asked_at = NULL WHERE id = ${id}::uuid`;
  else
    await tx.$executeRaw`UPDATE cs.legal_hold SET state = ${to}, ended_by = ${personId}::uuid, ended_at = cs.now() WHERE id = ${id}::uuid`;
}

async function findHold(tx: Tx, id: string): Promise<{ tenantId: string }> {
  const hold = await tx.legalHold.findUnique({ where: { id }, select: { tenantId: true } });
  if (!hold) throw new AppError('not_found');
  return hold;
}

/** Held until the end of the transaction: two who move it at once come one after the other. One that lapsed says so. */
async function holdRow(tx: Tx, id: string): Promise<Row> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT tenant_id AS "tenantId", set_by AS "setBy", release_asked_by AS "releaseAskedBy",
           CASE WHEN state = 'proposed' AND set_at <= cs.now() - cs.hold_lapses() THEN 'lapsed' ELSE state END AS state
    FROM cs.legal_hold WHERE id = ${id}::uuid FOR UPDATE`;
  if (!row) throw new AppError('not_found');
  return row;
}
