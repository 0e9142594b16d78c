import 'server-only';
import { type Hold, holdStateSchema } from '#lib/contract/retention.ts';
import { unwrapDataKey } from '#lib/kernel/cipher/data-keys.ts';
import { CipherError, open } from '#lib/kernel/cipher/envelope.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { holdKeyContext, holdReasonContext } from './hold-context.ts';
import { movesOf } from './hold-moves.ts';

/** Most holds that are listed: those that stand come first, then what ended last. */
const HOLD_PAGE = 100;

type Row = {
  id: string;
  tenantId: string;
  customer: string;
  person: string | null;
  state: string;
  reason: Uint8Array;
  setAt: Date;
  lapsesAt: Date;
  endedAt: Date | null;
  setBy: string;
  confirmedBy: string | null;
  releaseAskedBy: string | null;
  keyId: string | null;
  kekId: string | null;
  wrapped: Uint8Array | null;
};

/** Every legal hold. Auditors see that there is one, and never why. Throws `not_found` for every other role. */
export async function listHolds(viewer: Viewer, tx: Tx): Promise<Hold[]> {
  if (viewer.role !== 'admin' && viewer.role !== 'auditor') throw new AppError('not_found');
  const rows = await tx.$queryRaw<Row[]>`
    SELECT h.id, h.tenant_id AS "tenantId", t.name AS customer, p.email AS person, h.reason, h.set_at AS "setAt",
           h.set_at + cs.hold_lapses() AS "lapsesAt", h.ended_at AS "endedAt",
           h.set_by AS "setBy", h.confirmed_by AS "confirmedBy", h.release_asked_by AS "releaseAskedBy",
           CASE WHEN h.state = 'proposed' AND h.set_at <= cs.now() - cs.hold_lapses() THEN 'lapsed' ELSE h.state END AS state,
           k.id AS "keyId", k.kek_id AS "kekId", k.wrapped
    FROM cs.legal_hold h JOIN cs.tenant t ON t.id = h.tenant_id LEFT JOIN cs.person p ON p.id = h.person_id
    LEFT JOIN cs.data_key k ON k.scope = 'hold' AND k.scope_id = h.id
    ORDER BY h.ended_at IS NOT NULL, coalesce(h.ended_at, h.set_at) DESC, h.id LIMIT ${HOLD_PAGE}::int`;
  return Promise.all(rows.map((row) => toHold(viewer, row)));
}

async function toHold(viewer: Viewer, row: Row): Promise<Hold> {
  const state = holdStateSchema.parse(row.state);
  const by = (personId: string | null) => personId && (personId === viewer.personId ? 'you' : 'a colleague');
  return {
    holdId: row.id,
    customer: row.customer,
    person: row.person,
    state,
    reason: await readReason(row),
    setAt: row.setAt.toISOString(),
    lapsesAt: row.lapsesAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    setBy: by(row.setBy) ?? '',
    confirmedBy: by(row.confirmedBy),
    releaseAskedBy: by(row.releaseAskedBy),
    moves: viewer.role === 'admin' ? movesOf({ ...row, state }, viewer.personId) : [],
  };
}

async function readReason({ id, tenantId, keyId, kekId, wrapped, reason }: Row): Promise<string | null> {
  if (!keyId || !kekId || !wrapped) return null;
  try {
    const dataKey = await unwrapDataKey({ id: keyId, kekId, wrapped }, holdKeyContext({ id, tenantId }));
    return open(dataKey, holdReasonContext({ id, tenantId }), reason);
  } catch (error) {
    if (error instanceof CipherError) return null;
    throw error;
  }
}
