import 'server-only';
import type { CipherContext, DataKeyContext } from '#lib/kernel/cipher/context.ts';
import { createDataKey, unwrapDataKey } from '#lib/kernel/cipher/data-keys.ts';
import type { DataKey } from '#lib/kernel/cipher/envelope.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';

type Row = { id: string; kekId: string; wrapped: Uint8Array | null };

/** The place of a sealed secret: it opens as this person's and nowhere else. */
export function secretContext(viewer: Viewer): CipherContext {
  return {
    table: 'second_factor',
    column: 'secret',
    tenantId: viewer.homeTenantId,
    personId: viewer.personId,
  };
}

/** The person's own data key. Throws `not_found` where there is none, `CipherError` where it was destroyed. */
export async function loadPersonKey(viewer: Viewer, tx: Tx): Promise<DataKey> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT id, kek_id AS "kekId", wrapped FROM cs.data_key WHERE scope = 'person' AND scope_id = ${viewer.personId}::uuid`;
  if (!row) throw new AppError('not_found');
  return unwrapDataKey(row, keyContext(viewer));
}

/** As `loadPersonKey`, and makes the key where there is none yet. Of several at once, one makes it. */
export async function ensurePersonKey(viewer: Viewer, tx: Tx): Promise<DataKey> {
  const { stored } = await createDataKey(keyContext(viewer));
  await tx.$executeRaw`
    INSERT INTO cs.data_key (id, tenant_id, person_id, scope, scope_id, kek_id, wrapped)
    VALUES (${stored.id}::uuid, ${viewer.homeTenantId}::uuid, ${viewer.personId}::uuid, 'person', ${viewer.personId}::uuid, ${stored.kekId}, ${stored.wrapped})
    ON CONFLICT (scope, scope_id) DO NOTHING`;
  return loadPersonKey(viewer, tx);
}

function keyContext(viewer: Viewer): DataKeyContext {
  return {
    scope: 'person',
    scopeId: viewer.personId,
    tenantId: viewer.homeTenantId,
    personId: viewer.personId,
  };
}
