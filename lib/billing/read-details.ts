import 'server-only';
import { type BillingDetails, billingDetailsSchema } from '#lib/contract/cards.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { customerParty, vendorParty } from './parties.ts';
import { METHOD_SELECT, toMethod } from './payment-method.ts';
import { requireArea, tenantOf } from './tenant-of.ts';

/** Who is billed, by whom, and how it is paid. Throws `not_eligible` without sight of money. */
export async function readDetails(viewer: Viewer, tx: Tx): Promise<BillingDetails> {
  requireArea(viewer, 'money');
  const row = await tx.billingProfile.findUnique({
    where: { tenantId: tenantOf(viewer) },
    select: {
      name: true,
      address: true,
      vatNumber: true,
      email: true,
      methods: { select: METHOD_SELECT, orderBy: [{ isDefault: 'desc' }, { label: 'asc' }] },
    },
  });
  if (!row) throw new AppError('not_found');
  const { methods, ...customer } = row;
  return billingDetailsSchema.parse({
    customer: customerParty(customer),
    vendor: vendorParty(),
    methods: methods.map(toMethod),
  });
}
