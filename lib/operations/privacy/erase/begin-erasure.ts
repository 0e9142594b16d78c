import 'server-only';
import type { EraseScope } from '#lib/contract/privacy.ts';
import { type Tx, withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { revokeSessions } from '#lib/stages/identity/revoke-sessions.ts';
import { isHeld } from './is-held.ts';
import { requireConversation } from './preview-erasure.ts';

type BeginArgs = { scope: EraseScope; scopeId: string; tokenHash: Buffer<ArrayBuffer>; requestId: string };
type DestroyedKey = { id: string; scope: string };
type ClosedTurn = { turnId: string; model: string; priceVersion: string; costMicroUsd: bigint };

/**
 * The moment of an erasure: keys are destroyed, sessions ended and turns in flight closed, together with the row that the rest is
 * done by. From its commit on nothing of this can be read or added, whatever crashes. Returns the erasure's id. Throws
 * `not_found` and `on_hold`, and has changed nothing then.
 */
export async function beginErasure(viewer: Viewer, args: BeginArgs): Promise<string> {
  return withViewer(viewer, async (tx) => {
    await comeToRest(viewer, tx, args);
    if (await isBegun(tx, args)) throw new AppError('not_found');
    if (args.scope === 'conversation') await requireConversation(viewer, tx, args.scopeId);
    if (await isHeld(viewer, tx)) throw new AppError('on_hold');
    const id = newId();
    const { tenantId, personId } = { tenantId: viewer.homeTenantId, personId: viewer.personId };
    const keys = await destroyKeys(viewer, tx, args);
    const { scope, scopeId, tokenHash } = args;
    await tx.erasure.createMany({ data: [{ id, tenantId, personId, scope, scopeId, tokenHash, keys }] });
    if (scope === 'account') await revokeSessions(viewer, tx);
    else await hideConversation(tx, scopeId);
    await recordAudit(viewer, tx, [
      {
        action: 'privacy.erasure_begun',
        outcome: 'allowed',
        subjectKind: scope,
        subjectId: scopeId,
        requestId: args.requestId,
        facts: { keysDestroyed: keys.length },
      },
    ]);
    await tx.$queryRaw`SELECT cs.enqueue('privacy.erase', ARRAY[${id}::uuid])::text`;
    return id;
  });
}

/** Of several at once one begins; the others find nothing left to erase. */
async function isBegun(tx: Tx, { scope, scopeId }: BeginArgs): Promise<boolean> {
  return (await tx.erasure.count({ where: { scope, scopeId } })) > 0;
}

/**
 * Waits until nothing of this person's is being written, and lets nothing new begin. In this order, which is that of the writers,
 * so that nobody waits in a circle: openings of turns, the person's row, turns in flight (which then find themselves closed and
 * store nothing), whoever stores anything (`cs.may_keep`).
 */
async function comeToRest(viewer: Viewer, tx: Tx, { scope, scopeId }: BeginArgs): Promise<void> {
  const { personId } = viewer;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${personId}::text, 0))`;
  await tx.$queryRaw`SELECT id FROM cs.person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
  await closeTurns(viewer, tx, { scope, scopeId });
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${personId}::text, 7390180))`;
}

/**
 * What they have cost so far nobody knows but whoever still asks the model for them, and that is not told any more: what was reserved, the
 * most that it can be, is booked as an upper bound. The entry names the account by its number alone once that is all there is of it.
 */
async function closeTurns(viewer: Viewer, tx: Tx, { scope, scopeId }: Pick<BeginArgs, 'scope' | 'scopeId'>) {
  const { personId, homeTenantId: tenantId } = viewer;
  const closed = await tx.$queryRaw<ClosedTurn[]>`
    UPDATE cs.turn SET state = 'closed', finish = 'aborted', closed_at = cs.now(), settled_micro_usd = reserved_micro_usd
    WHERE person_id = ${personId}::uuid AND state = 'running' AND (${scope} = 'account' OR conversation_id = ${scopeId}::uuid)
    RETURNING id AS "turnId", model, price_version AS "priceVersion", reserved_micro_usd AS "costMicroUsd"`;
  await tx.usageEntry.createMany({
    data: closed.map((turn) => ({
      ...{ id: newId(), tenantId, personId, inputTokens: 0, outputTokens: 0, estimated: true },
      ...turn,
    })),
  });
}

/** Copies that were made of it go as well: each has a key of its own. */
async function destroyKeys(viewer: Viewer, tx: Tx, { scope, scopeId }: BeginArgs): Promise<DestroyedKey[]> {
  const { homeTenantId, personId } = viewer;
  await tx.$executeRaw`
    UPDATE cs.data_export SET state = 'failed', lease_until = NULL, finished_at = cs.now()
    WHERE person_id = ${personId}::uuid AND state IN ('waiting', 'building', 'ready')`;
  return tx.$queryRaw<DestroyedKey[]>`
    UPDATE cs.data_key SET wrapped = NULL, destroyed_at = cs.now()
    WHERE tenant_id = ${homeTenantId}::uuid AND person_id = ${personId}::uuid AND wrapped IS NOT NULL
      AND (${scope} = 'account' OR scope = 'export' OR (scope = 'conversation' AND scope_id = ${scopeId}::uuid))
    RETURNING id, scope`;
}

async function hideConversation(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`UPDATE cs.conversation SET expires_at = cs.now() WHERE id = ${id}::uuid AND expires_at > cs.now()`;
}
