import 'server-only';
import { randomBytes } from 'node:crypto';
import {
  ALL_TENANT_SPECS,
  type DemoSpecName,
  TENANT_SPECS,
  type TenantSpec,
} from '#lib/billing/tenant-specs.ts';
import { BRAND } from '#lib/contract/brand.ts';
import { database, type Tx } from '#lib/kernel/db.ts';
import { env } from '#lib/kernel/env.ts';
import { newId } from '#lib/kernel/ids.ts';
import { DEMO_ACCOUNTS } from '#lib/stages/identity/demo-accounts.ts';
import { hashPassword } from '#lib/stages/identity/password.ts';
import { enrolApprover } from './seed/enrol-approver.ts';
import {
  asTenantOwner,
  refreshLedger,
  type SeededPerson,
  withIds,
  writeTenant,
} from './seed/write-tenant.ts';

const STAFF_TENANT = {
  slug: 'countersign',
  name: `${BRAND.name} staff`,
  currency: 'EUR',
  locale: 'en-IE',
  timeZone: 'Europe/Dublin',
} as const;

/** Customers written at the same time: as many as the owner's pool has connections. */
const LANES = 2;

/**
 * The demonstration: two customers one can sign in to, the silent ones, and staff. Idempotent: people stay, and a ledger
 * that was generated for another day is generated again, so that its stories hold today. `reset` also replaces today's
 * ledgers and removes every conversation. Returns one line for the person who started it.
 */
export async function seedDemo(options: { reset?: boolean } = {}): Promise<string> {
  const passwordHash = await hashPassword(env().DEMO_PASSWORD || randomBytes(24).toString('base64url'));
  const known = await knownTenants();
  let refreshed = 0;
  const waiting = [...ALL_TENANT_SPECS];
  const seedWaiting = async () => {
    for (let spec = waiting.shift(); spec; spec = waiting.shift()) {
      if (await seedCustomer(spec, known.get(spec.slug), passwordHash, options.reset ?? false))
        refreshed += 1;
    }
  };
  await Promise.all(Array.from({ length: LANES }, seedWaiting));
  const staffId = known.get(STAFF_TENANT.slug) ?? newId();
  await asTenantOwner(staffId, async (tx) => {
    if (options.reset) await clearPeople(tx, staffId);
    await writeTenant(tx, staffId, STAFF_TENANT, demoPersons(STAFF_TENANT.slug), passwordHash);
  });
  if (env().DEMO) await enrolApprover(staffId);
  return refreshed === 0 ? 'present' : `${ALL_TENANT_SPECS.length} customers, ${refreshed} ledgers written`;
}

/** The demonstration as on its first day. */
export async function resetDemo(): Promise<string> {
  return seedDemo({ reset: true });
}

async function seedCustomer(
  spec: TenantSpec,
  knownId: string | undefined,
  passwordHash: string,
  reset: boolean,
): Promise<boolean> {
  const tenantId = knownId ?? newId();
  return asTenantOwner(tenantId, async (tx) => {
    if (reset) await clearPeople(tx, tenantId);
    const persons = demoPersons(spec.slug);
    await writeTenant(tx, tenantId, spec, persons, persons.length > 0 ? passwordHash : null);
    return refreshLedger(tx, tenantId, spec, { force: reset });
  });
}

/** Fresh ids every time: people who are there already keep theirs, because addresses are unique. */
function demoPersons(slug: string): SeededPerson[] {
  return withIds(
    DEMO_ACCOUNTS.filter((account) => account.tenant === slug).map(({ email, label, role }) => ({
      email,
      label,
      role,
    })),
  );
}

/**
 * What people left: conversations with all below them, proposals and what came of them, cases, mail, second factors, keys, links
 * to other sign-ins, periods of their own, and people the seed does not know. Refunds that name an effect go with the ledger, before the commit.
 */
async function clearPeople(tx: Tx, tenantId: string): Promise<void> {
  await tx.conversation.deleteMany({ where: { tenantId } });
  await tx.proposalNonce.deleteMany({ where: { tenantId } });
  await tx.proposalCard.deleteMany({ where: { tenantId } });
  await tx.effect.deleteMany({ where: { tenantId } });
  await tx.proposal.deleteMany({ where: { tenantId } });
  await tx.confirmedAttack.deleteMany({ where: { tenantId } });
  await tx.caseText.deleteMany({ where: { tenantId } });
  await tx.supportCase.deleteMany({ where: { tenantId } });
  await tx.outboxMail.deleteMany({ where: { tenantId } });
  await tx.recoveryCode.deleteMany({ where: { tenantId } });
  await tx.secondFactor.deleteMany({ where: { tenantId } });
  await tx.exportChunk.deleteMany({ where: { tenantId } });
  await tx.dataExport.deleteMany({ where: { tenantId } });
  await tx.erasure.deleteMany({ where: { tenantId } });
  await tx.dataKey.deleteMany({ where: { tenantId } });
  await tx.identityLink.deleteMany({ where: { tenantId } });
  await tx.keepChoice.deleteMany({ where: { tenantId } });
  await tx.searchUse.deleteMany({ where: { tenantId } });
  const emails = DEMO_ACCOUNTS.map(({ email }) => email);
  await tx.person.deleteMany({ where: { tenantId, email: { notIn: emails } } });
}

async function knownTenants(): Promise<Map<string, string>> {
  const rows = await database('owner').$queryRaw<
    { id: string; slug: string }[]
  >`SELECT id, slug FROM cs.tenant`;
  return new Map(rows.map((row) => [row.slug, row.id]));
}

export type SeededTenant = { tenantId: string; persons: SeededPerson[] };

/**
 * A fresh customer with the ledger of a demonstration one and an owner and a member of their own, for tests and for
 * liveness runs. Addresses carry a random tag: `owner+3f9a@northwind.test`.
 */
export async function seedTenant(
  options: { spec?: DemoSpecName; today?: string } = {},
): Promise<SeededTenant> {
  const base = TENANT_SPECS[options.spec ?? 'northwind'];
  const tag = randomBytes(6).toString('hex');
  const spec: TenantSpec = { ...base, slug: `${base.slug}-${tag}` };
  const tenantId = newId();
  const persons = withIds([
    { email: `owner+${tag}@${base.slug}.test`, label: `${base.name}'s owner`, role: 'owner' },
    { email: `member+${tag}@${base.slug}.test`, label: `${base.name}'s member`, role: 'member' },
  ]);
  await asTenantOwner(tenantId, async (tx) => {
    await writeTenant(tx, tenantId, spec, persons, null);
    await refreshLedger(tx, tenantId, spec, options.today ? { today: options.today } : {});
  });
  return { tenantId, persons };
}
