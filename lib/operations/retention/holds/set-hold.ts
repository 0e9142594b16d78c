import 'server-only';
import type { HoldRequest } from '#lib/contract/retention.ts';
import { createDataKey } from '#lib/kernel/cipher/data-keys.ts';
import { seal } from '#lib/kernel/cipher/envelope.ts';
import { type Tx, withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { holdKeyContext, holdReasonContext } from './hold-context.ts';

/**
 * An administrator sets a legal hold on a customer, or on one person of it. It protects at once, and lapses after three days unless
 * another administrator confirms it. The reason is sealed under a key of its own. Throws `not_found` for everyone else, and for a
 * customer or person that is not there; `not_eligible`, on record, where this administrator has set one on any of it within thirty days
 * that nobody confirmed. Returns the hold's id.
 */
export async function setHold(viewer: Viewer, request: HoldRequest, requestId: string): Promise<string> {
  if (viewer.role !== 'admin') throw new AppError('not_found');
  const acting = { ...viewer, actingTenantId: request.tenantId };
  const place = { id: newId(), tenantId: request.tenantId };
  // A key service is asked before anything is locked.
  const { dataKey, stored } = await createDataKey(holdKeyContext(place));
  const placed = await withViewer(acting, async (tx) => {
    const personId = await whom(tx, request);
    const entry = { action: 'hold.set', rule: personId ? 'person' : 'customer', requestId } as const;
    if (!(await mayHold(tx, { tenantId: request.tenantId, personId }))) {
      const onWhom = personId
        ? { subjectKind: 'person', subjectId: personId }
        : { subjectKind: 'customer', subjectId: request.tenantId };
      await recordAudit(acting, tx, [{ ...entry, ...onWhom, outcome: 'denied' }]);
      return null;
    }
    await tx.dataKey.createMany({
      data: [{ ...stored, tenantId: place.tenantId, personId: null, scope: 'hold', scopeId: place.id }],
    });
    const reason = seal(dataKey, holdReasonContext(place), request.reason);
    await tx.legalHold.createMany({ data: [{ ...place, personId, reason, setBy: viewer.personId }] });
    await recordAudit(acting, tx, [
      { ...entry, outcome: 'allowed', subjectKind: 'hold', subjectId: place.id },
    ]);
    return place.id;
  });
  if (placed === null) throw new AppError('not_eligible');
  return placed;
}

/** The database refuses it as well; asked first, it can be said and written down. */
async function mayHold(tx: Tx, { tenantId, personId }: { tenantId: string; personId: string | null }) {
  const [row] = await tx.$queryRaw<{ may: boolean }[]>`
    SELECT cs.may_hold(${tenantId}::uuid, ${personId}::uuid) AS may`;
  return row?.may ?? false;
}

/** The held person's id, or null for the whole customer. */
async function whom(tx: Tx, { tenantId, email }: HoldRequest): Promise<string | null> {
  const tenant = await tx.tenant.findUnique({ where: { id: tenantId }, select: { id: true } });
  if (!tenant) throw new AppError('not_found');
  if (!email) return null;
  const person = await tx.person.findFirst({ where: { tenantId, email }, select: { id: true } });
  if (!person) throw new AppError('not_found');
  return person.id;
}
