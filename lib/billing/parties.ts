import 'server-only';
import type { z } from 'zod';
import type { partySchema } from '#lib/contract/bill.ts';
import { BRAND } from '#lib/contract/brand.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { tenantOf } from './tenant-of.ts';

type Party = z.infer<typeof partySchema>;

/** Who is billed. Throws `not_found` for a tenant that has no bill. */
export async function readCustomer(viewer: Viewer, tx: Tx): Promise<Party> {
  const row = await tx.billingProfile.findUnique({
    where: { tenantId: tenantOf(viewer) },
    select: { name: true, address: true, vatNumber: true, email: true },
  });
  if (!row) throw new AppError('not_found');
  return row;
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
