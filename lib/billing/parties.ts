import 'server-only';
import type { z } from 'zod';
import type { partySchema } from '#lib/contract/bill.ts';
import { BRAND } from '#lib/contract/brand.ts';

type Party = z.infer<typeof partySchema>;
type ProfileRow = { name: string; address: string[]; vatNumber: string | null; email: string };

export function customerParty({ name, address, vatNumber, email }: ProfileRow): Party {
  return { name, address, vatNumber, email };
}

export function vendorParty(): Party {
  return {
    name: BRAND.name,
    address: [...BRAND.address],
    vatNumber: BRAND.vatNumber,
    email: BRAND.supportEmail,
  };
}
