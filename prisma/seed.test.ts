import { beforeAll, describe, expect, test } from 'vitest';
import { database, withViewer } from '#lib/kernel/db.ts';
import { seedDemo, seedTenant } from './seed.ts';
import { asTenantOwner } from './seed/write-tenant.ts';

describe('the demonstration seed', () => {
  beforeAll(async () => {
    await seedDemo();
  }, 60_000);

  async function northwindId(): Promise<string> {
    const rows = await database('owner').$queryRaw<{ id: string }[]>`SELECT id FROM cs.tenant WHERE slug = 'northwind'`;
    return rows[0]?.id ?? '';
  }

  test('seeding again changes nothing', async () => {
    expect(await seedDemo()).toBe('present');
  });

  test('a ledger of another day is written again, people stay', async () => {
    const tenantId = await northwindId();
    const before = await asTenantOwner(tenantId, async (tx) => {
      await tx.$executeRaw`UPDATE cs.billing_profile SET seeded_on = seeded_on - 3`;
      return tx.person.findMany({ select: { id: true } });
    });
    expect(await seedDemo()).toMatch(/1 ledgers? written/);
    const after = await asTenantOwner(tenantId, (tx) => tx.person.findMany({ select: { id: true } }));
    expect(after).toEqual(before);
  });

  test('a reset removes conversations and keeps people able to sign in', async () => {
    const tenantId = await northwindId();
    await seedDemo({ reset: true });
    const left = await asTenantOwner(tenantId, async (tx) => ({
      persons: await tx.person.count(),
      credentials: await tx.credential.count(),
      conversations: await tx.conversation.count(),
    }));
    expect(left).toEqual({ persons: 2, credentials: 2, conversations: 0 });
  });

  test('a fresh tenant has its own people and ledger, seen by nobody else', async () => {
    const { tenantId, persons } = await seedTenant({ spec: 'acme' });
    const owner = persons.find((person) => person.role === 'owner');
    const viewer = { personId: owner?.id ?? '', role: 'owner', homeTenantId: tenantId } as const;
    const own = await withViewer(viewer, (tx) => tx.invoice.findMany({ select: { tenantId: true } }));
    expect(own.length).toBeGreaterThan(12);
    expect(new Set(own.map((row) => row.tenantId))).toEqual(new Set([tenantId]));
  });
});
