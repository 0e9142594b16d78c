import { beforeAll, describe, expect, test } from 'vitest';
import { change, read } from '#lib/billing/changes/decided.test-data.ts';
import { database, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { seedDemo, seedTenant } from './seed.ts';
import { asTenantOwner } from './seed/write-tenant.ts';

describe('the demonstration seed', () => {
  beforeAll(async () => {
    await seedDemo();
  });

  async function northwindId(): Promise<string> {
    const rows = await database('owner').$queryRaw<
      { id: string }[]
    >`SELECT id FROM cs.tenant WHERE slug = 'northwind'`;
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

  test('a reset removes conversations, their keys and strangers, and keeps people able to sign in', async () => {
    const tenantId = await northwindId();
    await asTenantOwner(tenantId, (tx) =>
      tx.person.create({
        data: { id: newId(), tenantId, email: 'stray@northwind.test', label: 'A stray', role: 'member' },
      }),
    );
    const personId = await asTenantOwner(tenantId, async (tx) => {
      const person = await tx.person.findFirstOrThrow({ where: { role: 'owner' }, select: { id: true } });
      return person.id;
    });
    const conversation = {
      id: newId(),
      tenantId,
      personId,
      title: new Uint8Array(1),
      expiresAt: new Date('2100-01-01'),
    };
    const key = {
      id: newId(),
      tenantId,
      personId,
      scope: 'conversation',
      scopeId: conversation.id,
      kekId: 'kek-1',
    };
    await withViewer({ personId, role: 'owner', homeTenantId: tenantId }, async (tx) => {
      await tx.dataKey.create({ data: { ...key, wrapped: new Uint8Array(1) } });
      await tx.conversation.create({ data: conversation });
    });
    await seedDemo({ reset: true });
    const left = await asTenantOwner(tenantId, async (tx) => ({
      persons: await tx.person.findMany({
        where: { tenantId },
        select: { email: true },
        orderBy: { email: 'asc' },
      }),
      credentials: await tx.credential.count(),
      conversations: await tx.conversation.count(),
      keys: await tx.dataKey.count(),
      owner: await tx.person.count({ where: { id: personId } }),
    }));
    expect(left).toEqual({
      persons: [{ email: 'member@northwind.test' }, { email: 'owner@northwind.test' }],
      credentials: 2,
      conversations: 0,
      keys: 0,
      owner: 1,
    });
  });

  test('a reset and a new day remove what decisions wrote, and the reset their record too', async () => {
    const tenantId = await northwindId();
    const personId = await asTenantOwner(tenantId, async (tx) => {
      const person = await tx.person.findFirstOrThrow({ where: { role: 'owner' }, select: { id: true } });
      return person.id;
    });
    const owner = { personId, role: 'owner', homeTenantId: tenantId } as const;
    await decideEverything(owner);
    const count = () =>
      asTenantOwner(tenantId, async (tx) => ({
        refunds: await tx.refund.count({ where: { proposalId: { not: null } } }),
        corrections: await tx.invoiceLine.count({ where: { correctsLineId: { not: null } } }),
        effects: await tx.effect.count(),
        left: [
          await tx.proposal.count(),
          await tx.proposalCard.count(),
          await tx.proposalNonce.count(),
          await tx.supportCase.count(),
          await tx.caseText.count(),
          await tx.outboxMail.count(),
          await tx.secondFactor.count(),
          await tx.recoveryCode.count(),
        ],
      }));
    expect(await count()).toEqual({ refunds: 1, corrections: 1, effects: 2, left: [2, 1, 1, 1, 1, 1, 1, 1] });
    await asTenantOwner(
      tenantId,
      (tx) => tx.$executeRaw`UPDATE cs.billing_profile SET seeded_on = seeded_on - 1`,
    );
    await seedDemo();
    expect(await count()).toMatchObject({ refunds: 0, corrections: 0, effects: 2 });
    await decideEverything(owner, false);
    await seedDemo({ reset: true });
    expect(await count()).toEqual({
      refunds: 0,
      corrections: 0,
      effects: 0,
      left: [0, 0, 0, 0, 0, 0, 0, 0],
    });
  });

  /** A refund, a correction, and (`around`) a row of every table that stands around decisions. */
  async function decideEverything(owner: Viewer, around = true): Promise<void> {
    const { personId, homeTenantId: tenantId } = owner;
    const ids = await read(owner, async (reader) => ({
      invoiceId: (await reader.listInvoices({ status: 'paid', limit: 1 }))[0]?.id ?? '',
      lineId: (await reader.findDuplicates())[0]?.line.id ?? '',
    }));
    await change(owner, { tool: 'refund', invoiceId: ids.invoiceId, amountMinor: 100 });
    await change(owner, { tool: 'refund', lineId: ids.lineId });
    if (!around) return;
    const own = { tenantId, personId };
    await withViewer(owner, async (tx) => {
      const { id: proposalId } = await tx.proposal.findFirstOrThrow({ select: { id: true } });
      const caseId = newId();
      const [byte, hash] = [new Uint8Array(1), new Uint8Array(32)];
      const expiresAt = new Date('2100-01-01');
      await tx.proposalCard.createMany({
        data: [{ ...own, proposalId, arguments: '{}', display: '{}', provenance: '{}' }],
      });
      await tx.proposalNonce.createMany({ data: [{ ...own, proposalId, hash, expiresAt }] });
      await tx.supportCase.createMany({ data: [{ ...own, id: caseId, kind: 'handover' }] });
      await tx.caseText.createMany({
        data: [{ ...own, id: newId(), caseId, author: 'customer', sequence: 1, body: byte }],
      });
      await tx.secondFactor.createMany({ data: [{ ...own, secret: byte }] });
      await tx.recoveryCode.createMany({ data: [{ ...own, hash }] });
      const mail = { recipient: 'a@x.test', template: 'x', subject: 'x', body: 'x' };
      await tx.outboxMail.createMany({ data: [{ ...own, id: newId(), ...mail }] });
    });
  }

  test('a fresh tenant has its own people and ledger, seen by nobody else', async () => {
    const { tenantId, persons } = await seedTenant({ spec: 'acme' });
    const owner = persons.find((person) => person.role === 'owner');
    const viewer = { personId: owner?.id ?? '', role: 'owner', homeTenantId: tenantId } as const;
    const own = await withViewer(viewer, (tx) => tx.invoice.findMany({ select: { tenantId: true } }));
    expect(own.length).toBeGreaterThan(12);
    expect(new Set(own.map((row) => row.tenantId))).toEqual(new Set([tenantId]));
  });
});
