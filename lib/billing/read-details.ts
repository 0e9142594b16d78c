import 'server-only';
import { type BillingDetails, billingDetailsSchema } from '#lib/contract/cards.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { readBilledParty, vendorParty } from './parties.ts';
import { readMethods } from './payment-method.ts';
import { requireArea } from './tenant-of.ts';

/** Who is billed, by whom, and how it is paid. Throws `not_eligible` without sight of money. */
export async function readDetails(viewer: Viewer, tx: Tx): Promise<BillingDetails> {
  requireArea(viewer, 'money');
  const { customer, pending } = await readBilledParty(viewer, tx);
  const methods = await readMethods(viewer, tx);
  return billingDetailsSchema.parse({
    customer,
    ...(pending && { pendingEmail: pending }),
    vendor: vendorParty(),
    methods,
  });
}
