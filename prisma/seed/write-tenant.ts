import 'server-only';
import { generateLedger } from '#lib/billing/generate-ledger.ts';
import type { TenantSpec } from '#lib/billing/tenant-specs.ts';
import type { Role } from '#lib/contract/roles.ts';
import { type Tx, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { writeLedger } from '#lib/billing/generate/write-ledger.ts';

export type PersonSpec = { email: string; label: string; role: Role };
export type SeededPerson = PersonSpec & { id: string };
type TenantFacts = Pick<TenantSpec, 'slug' | 'name' | 'currency' | 'locale' | 'timeZone'>;

/** Makes every ledger of one spec the same; another number gives other figures. */
const LEDGER_SEED = 20_261_120;

/** Runs as the owner role inside one tenant, which is how seeds and fixtures write. */
export function asTenantOwner<T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const viewer: Viewer = { personId: tenantId, role: 'admin', homeTenantId: tenantId };
  return withViewer(viewer, work, 'owner');
}

/** Writes one tenant with its people; what is there already under these ids stays. */
export async function writeTenant(
  tx: Tx,
  tenantId: string,
  facts: TenantFacts,
  persons: readonly SeededPerson[],
  passwordHash: string | null,
) {
  const { slug, name, currency, locale, timeZone } = facts;
  await tx.tenant.createMany({
    data: [{ id: tenantId, slug, name, currency, locale, timeZone }],
    skipDuplicates: true,
  });
  await tx.person.createMany({
    data: persons.map((person) => ({ ...person, tenantId })),
    skipDuplicates: true,
  });
  if (passwordHash === null) return;
  const known = await tx.person.findMany({ where: { tenantId }, select: { id: true } });
  await tx.credential.createMany({
    data: known.map(({ id }) => ({ personId: id, tenantId, passwordHash })),
    skipDuplicates: true,
  });
  // The password of the settings is the one that holds, also where an older one was seeded.
  await tx.credential.updateMany({ where: { tenantId }, data: { passwordHash } });
}

/** The tenant's own day, by the database's clock. */
export async function todayOf(tx: Tx, timeZone: string): Promise<string> {
  const [row] = await tx.$queryRaw<
    { day: string }[]
  >`SELECT to_char(cs.now() AT TIME ZONE ${timeZone}, 'YYYY-MM-DD') AS day`;
  if (!row) throw new Error('The database did not say what day it is.');
  return row.day;
}

/**
 * Generates and writes the ledger for the tenant's day. Does nothing, and returns false, when the one that is there was
 * generated for this day, unless `force`.
 */
export async function refreshLedger(
  tx: Tx,
  tenantId: string,
  spec: TenantSpec,
  options: { force?: boolean; today?: string } = {},
): Promise<boolean> {
  const today = options.today ?? (await todayOf(tx, spec.timeZone));
  const profile = await tx.billingProfile.findUnique({ where: { tenantId }, select: { seededOn: true } });
  if (!options.force && profile?.seededOn?.toISOString().slice(0, 10) === today) return false;
  await writeLedger(tx, tenantId, generateLedger({ tenantId, spec, today, seed: LEDGER_SEED }));
  return true;
}

export function withIds(persons: readonly PersonSpec[]): SeededPerson[] {
  return persons.map((person) => ({ ...person, id: newId() }));
}
