import 'server-only';
import { z } from 'zod';
import { type ErasureReceipt, erasureReceiptSchema } from '#lib/contract/privacy.ts';
import { roleSchema } from '#lib/contract/roles.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { env } from '#lib/kernel/env.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { signReceipt } from '#lib/kernel/receipt/sign-receipt.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { type ErasureRow, holdErasure } from './erasure-row.ts';
import { staysAfter } from './preview-erasure.ts';

const subjectSchema = z.object({ role: roleSchema, now: z.date() });

/** Signs and stores the receipt and writes the end into the log, all at once. Null where somebody else was first. */
export async function finishErasure(tx: Tx, id: string): Promise<ErasureReceipt | null> {
  const erasure = await holdErasure(tx, id);
  if (!erasure) return null;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT role, cs.now() AS now FROM cs.person WHERE id = ${erasure.personId}::uuid`;
  const subject = rows.length === 0 ? await nobody(tx) : subjectSchema.parse(rows[0]);
  const receipt = erasureReceiptSchema.parse(signReceipt(bodyOf(erasure, subject.now)));
  await tx.$executeRaw`
    UPDATE cs.erasure SET state = 'done', finished_at = ${subject.now}, receipt = ${JSON.stringify(receipt)}::jsonb WHERE id = ${id}::uuid`;
  const viewer: Viewer = {
    personId: erasure.personId,
    homeTenantId: erasure.tenantId,
    role: subject.role,
  };
  await recordAudit(viewer, tx, [
    {
      action: 'privacy.erased',
      outcome: 'allowed',
      subjectKind: erasure.scope,
      subjectId: erasure.scopeId,
      facts: { keysDestroyed: erasure.keys.length, messages: erasure.removed.messages ?? 0 },
    },
  ]);
  return receipt;
}

function bodyOf(erasure: ErasureRow, now: Date): Omit<ErasureReceipt, 'signature'> {
  return {
    kind: 'erasure',
    version: 1,
    receiptId: newId(),
    issuer: env().PUBLIC_URL,
    scope: erasure.scope,
    subjectId: erasure.scopeId,
    requestedAt: erasure.requestedAt.toISOString(),
    finishedAt: now.toISOString(),
    destroyedKeys: erasure.keys,
    removed: erasure.removed,
    stays: staysAfter(erasure.scope),
  };
}

/** The person's row itself is gone, as after a reset of the demonstration: there is still an end to write down. */
async function nobody(tx: Tx): Promise<z.infer<typeof subjectSchema>> {
  const [row] = await tx.$queryRaw<unknown[]>`SELECT 'member' AS role, cs.now() AS now`;
  return subjectSchema.parse(row);
}
