import 'server-only';
import { z } from 'zod';
import { eraseScopeSchema } from '#lib/contract/privacy.ts';
import { database, type Tx } from '#lib/kernel/db.ts';

const rowSchema = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  personId: z.uuid(),
  scope: eraseScopeSchema,
  scopeId: z.uuid(),
  state: z.enum(['running', 'done']),
  keys: z.array(z.strictObject({ id: z.uuid(), scope: z.string() })),
  removed: z.record(z.string(), z.int()),
  requestedAt: z.date(),
  receipt: z.unknown(),
});
/** An erasure that was asked for. `scopeId` is the conversation, or the person. */
export type ErasureRow = z.infer<typeof rowSchema>;

/** As the role that carries it out; null where there is none of this id. */
export async function findErasure(id: string): Promise<ErasureRow | null> {
  const rows = await database('purge').$queryRaw<unknown[]>`
    SELECT id, tenant_id AS "tenantId", person_id AS "personId", scope, scope_id AS "scopeId", state, keys, removed,
      requested_at AS "requestedAt", receipt FROM cs.erasure WHERE id = ${id}::uuid`;
  return rows.length === 0 ? null : rowSchema.parse(rows[0]);
}

/** Holds a running erasure, so that two workers go on one after the other. Null where it is done. */
export async function holdErasure(tx: Tx, id: string): Promise<ErasureRow | null> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT id, tenant_id AS "tenantId", person_id AS "personId", scope, scope_id AS "scopeId", state, keys, removed,
      requested_at AS "requestedAt", receipt FROM cs.erasure WHERE id = ${id}::uuid AND state = 'running' FOR UPDATE`;
  return rows.length === 0 ? null : rowSchema.parse(rows[0]);
}
