import 'server-only';
import { fault } from '#faults';
import { z } from 'zod';
import { roleSchema } from '#lib/contract/roles.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import type { ProposalRow } from './rows.ts';

const personSchema = z.object({ role: roleSchema });

/**
 * Whoever asked, as someone on whose behalf the ledger is read and written. Null when they may not ask any more: they are
 * gone, are no owner at this moment, or have begun to erase what they asked in.
 */
export async function requesterOf(viewer: Viewer, tx: Tx, row: ProposalRow): Promise<Viewer | null> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT role FROM cs.person WHERE id = ${row.personId}::uuid AND tenant_id = ${row.tenantId}::uuid
      AND cs.may_keep(id, ${row.conversationId}::uuid)`;
  const person = rows.length === 0 ? null : personSchema.parse(rows[0]);
  const isOwner = person?.role === 'owner' || fault('requester-not-reauthorised');
  if (!isOwner) return null;
  return row.personId === viewer.personId
    ? viewer
    : { personId: row.personId, role: 'owner', homeTenantId: row.tenantId };
}
