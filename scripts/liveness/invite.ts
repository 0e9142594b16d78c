import { billingReader } from '#lib/billing/reader.ts';
import { TENANT_SPECS } from '#lib/billing/tenant-specs.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { encodeSession, sessionCookieName } from '#lib/stages/identity/session-token.ts';
import { seedTenant } from '../../prisma/seed.ts';
import type { Dialogue } from './dialogue-file.ts';
import type { KnownValues } from './known-values.ts';
import { type Ledger, openLedger } from './ledger.ts';
import type { Guest } from './run-dialogue.ts';
import { wholeLedger } from './whole-ledger.ts';

/** Which ledger and which role an address stands for. */
const ACCOUNTS = {
  'owner@northwind.test': { spec: 'northwind', role: 'owner' },
  'member@northwind.test': { spec: 'northwind', role: 'member' },
  'owner@acme.test': { spec: 'acme', role: 'owner' },
  'member@acme.test': { spec: 'acme', role: 'member' },
} as const satisfies Record<Dialogue['as'], { spec: 'northwind' | 'acme'; role: 'owner' | 'member' }>;

/** Ledgers of one kind hold the same figures, so what they hold in all is read once. */
const everythingOf = new Map<string, Promise<KnownValues>>();

/** A fresh person of a fresh tenant, with the ledger of the account that the dialogue is held as, signed in. */
export async function invite(as: Dialogue['as'], url: string): Promise<Guest> {
  const { spec, role } = ACCOUNTS[as];
  const { tenantId, persons } = await seedTenant({ spec });
  const person = persons.find((one) => one.role === role);
  const owner = persons.find((one) => one.role === 'owner');
  if (!person || !owner) throw new Error(`The fresh tenant of ${as} has no ${role}.`);
  const session = { personId: person.id, tenantId, role, sessionVersion: 1, sessionId: newId() };
  const ledger = ledgerOf({ personId: owner.id, role: 'owner', homeTenantId: tenantId }, spec);
  return {
    seat: { url, cookie: `${sessionCookieName()}=${await encodeSession(session)}` },
    ledger,
    everything: () => {
      const known = everythingOf.get(spec) ?? wholeLedger(ledger);
      everythingOf.set(spec, known);
      return known;
    },
  };
}

/** The ledger as its owner sees it, whoever holds the dialogue. */
export function ledgerOf(owner: Viewer, name: keyof typeof TENANT_SPECS): Ledger {
  const { locale, currency, timeZone } = TENANT_SPECS[name];
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());
  return openLedger((read) => withViewer(owner, (tx) => read(billingReader(owner, tx))), {
    today,
    locale,
    currency,
  });
}
