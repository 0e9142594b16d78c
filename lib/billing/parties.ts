import 'server-only';
import type { z } from 'zod';
import type { partySchema } from '#lib/contract/bill.ts';
import { BRAND } from '#lib/contract/brand.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { fromDate } from './days.ts';
import { addressOn } from './effective-terms.ts';
import { readPlace } from './read-place.ts';
import { tenantOf } from './tenant-of.ts';

type Party = z.infer<typeof partySchema>;

/** Who is billed, with the address that holds today. Throws `not_found` for a tenant that has no bill. */
export async function readCustomer(viewer: Viewer, tx: Tx): Promise<Party> {
  return (await readBilledParty(viewer, tx)).customer;
}

/** Who is billed, and the address that takes over later, where there is one. */
export async function readBilledParty(
  viewer: Viewer,
  tx: Tx,
): Promise<{ customer: Party; pending: { email: string; on: string } | null }> {
  const { today } = await readPlace(viewer, tx);
  const row = await tx.billingProfile.findUnique({
    where: { tenantId: tenantOf(viewer) },
    select: {
      name: true,
      address: true,
      vatNumber: true,
      email: true,
      pendingEmail: true,
      pendingEmailOn: true,
    },
  });
  if (!row) throw new AppError('not_found');
  const { name, address, vatNumber, ...addresses } = row;
  const pendingEmailOn = addresses.pendingEmailOn && fromDate(addresses.pendingEmailOn);
  const { email, pending } = addressOn({ ...addresses, pendingEmailOn }, today);
  return { customer: { name, address, vatNumber, email }, pending };
}

/** Who bills. */
export function vendorParty(): Party {
  return {
    name: BRAND.name,
    address: [...BRAND.address],
    vatNumber: BRAND.vatNumber,
    email: BRAND.supportEmail,
  };
}
