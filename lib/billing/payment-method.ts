import 'server-only';
import { z } from 'zod';
import { paymentMethodSchema } from '#lib/contract/bill.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { fromDate } from './days.ts';
import { tenantOf } from './tenant-of.ts';

type PaymentMethod = z.infer<typeof paymentMethodSchema>;

/** Every payment method, the one in use first; masked at the source. */
export async function readMethods(viewer: Viewer, tx: Tx): Promise<PaymentMethod[]> {
  const rows = await tx.paymentMethod.findMany({
    where: { tenantId: tenantOf(viewer) },
    select: { id: true, kind: true, label: true, expiresOn: true, isDefault: true },
    orderBy: [{ isDefault: 'desc' }, { label: 'asc' }],
  });
  const methods = rows.map((row) => ({ ...row, expiresOn: row.expiresOn && fromDate(row.expiresOn) }));
  return z.array(paymentMethodSchema).parse(methods);
}
