import 'server-only';
import { generateLedger } from '#lib/billing/generate-ledger.ts';
import { writeLedger } from '#lib/billing/generate/write-ledger.ts';
import type { TenantSpec } from '#lib/billing/tenant-specs.ts';
import type { Role } from '#lib/contract/roles.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { asOwner } from './as-owner.ts';
import type { LabPerson } from './house.ts';

export type PersonWish = { readonly role: Role; readonly email: string; readonly label: string };

/** How a synthetic customer is to look. Everything else is the same in every run. */
export type CustomerWish = Pick<
  TenantSpec,
  'slug' | 'name' | 'address' | 'seatName' | 'firstNumber' | 'memos'
>;

const PLACE = { currency: 'EUR', locale: 'en-IE', timeZone: 'Europe/Dublin' } as const;
/** What the ledgers of all runs have in common: the same figures every time. */
const LEDGER = {
  ...PLACE,
  vatNumber: null,
  taxLabel: 'VAT',
  taxRatePpm: 230_000,
  months: 13,
  plan: 'starter',
  upgradedTo: 'team',
  seats: 7,
  overage: 412,
} as const;
const LEDGER_SEED = 20_261_127;

/** Writes a customer with its ledger and people, signed in. */
export async function makeCustomer(
  wish: CustomerWish,
  people: readonly PersonWish[],
): Promise<{ tenantId: string; people: LabPerson[] }> {
  const tenantId = newId();
  const spec: TenantSpec = { ...LEDGER, ...wish };
  const made = people.map((one) => signedIn(tenantId, one));
  await asOwner(tenantId, async (tx) => {
    await writePeople(tx, tenantId, wish, made, people);
    const [row] = await tx.$queryRaw<
      { day: string }[]
    >`SELECT to_char(cs.now() AT TIME ZONE ${PLACE.timeZone}, 'YYYY-MM-DD') AS day`;
    const today = row?.day ?? '1970-01-01';
    await writeLedger(tx, tenantId, generateLedger({ tenantId, spec, today, seed: LEDGER_SEED }));
  });
  return { tenantId, people: made };
}

/** Writes a vendor's staff, signed in. */
export async function makeStaff(slug: string, people: readonly PersonWish[]): Promise<LabPerson[]> {
  const tenantId = newId();
  const made = people.map((one) => signedIn(tenantId, one));
  await asOwner(tenantId, (tx) => writePeople(tx, tenantId, { slug, name: 'Staff' }, made, people));
  return made;
}

async function writePeople(
  tx: Tx,
  tenantId: string,
  { slug, name }: Pick<CustomerWish, 'slug' | 'name'>,
  made: readonly LabPerson[],
  people: readonly PersonWish[],
): Promise<void> {
  await tx.tenant.createMany({ data: [{ id: tenantId, slug, name, ...PLACE }] });
  await tx.person.createMany({
    data: people.map(({ role, email, label }, index) => ({
      id: made[index]?.viewer.personId ?? newId(),
      tenantId,
      role,
      email,
      label,
    })),
  });
}

function signedIn(tenantId: string, { role, email }: PersonWish): LabPerson {
  const personId = newId();
  return {
    viewer: { personId, role, homeTenantId: tenantId },
    session: { personId, tenantId, role, sessionVersion: 1, sessionId: newId() },
    email,
  };
}
