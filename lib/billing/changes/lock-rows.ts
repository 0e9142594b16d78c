import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { tenantOf } from '../tenant-of.ts';

// Whoever changes a part of the ledger takes its one row first, so two decisions about the same part run one after the other,
// and always in the order invoice, payment, so none waits for the other in a circle.

/** The subscription stands for its seats and its history too. */
export async function lockSubscription(viewer: Viewer, tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS locked FROM cs.subscription WHERE tenant_id = ${tenantOf(viewer)}::uuid FOR UPDATE`;
}

export async function lockProfile(viewer: Viewer, tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS locked FROM cs.billing_profile WHERE tenant_id = ${tenantOf(viewer)}::uuid FOR UPDATE`;
}

/** The invoice stands for its lines, refunds and credits; its payments are rows of their own. */
export async function lockInvoice(viewer: Viewer, tx: Tx, invoiceId: string): Promise<void> {
  const tenantId = tenantOf(viewer);
  await tx.$queryRaw`SELECT 1 AS locked FROM cs.invoice WHERE tenant_id = ${tenantId}::uuid AND id = ${invoiceId}::uuid FOR UPDATE`;
  await tx.$queryRaw`SELECT 1 AS locked FROM cs.payment WHERE tenant_id = ${tenantId}::uuid AND invoice_id = ${invoiceId}::uuid ORDER BY id FOR UPDATE`;
}
