import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asReader, closeDatabases, database, type Tx, withViewer } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { seedTenant } from '../../prisma/seed.ts';
import { asTenantOwner } from '../../prisma/seed/write-tenant.ts';

/** How many rows of each table a transaction sees. */
const MONEY_TABLES = {
  billing_profile: (tx: Tx) => tx.billingProfile.count(),
  invoice: (tx: Tx) => tx.invoice.count(),
  invoice_line: (tx: Tx) => tx.invoiceLine.count(),
  payment_method: (tx: Tx) => tx.paymentMethod.count(),
  payment: (tx: Tx) => tx.payment.count(),
  payment_attempt: (tx: Tx) => tx.paymentAttempt.count(),
  refund: (tx: Tx) => tx.refund.count(),
  credit: (tx: Tx) => tx.credit.count(),
};
const PLAN_TABLES = {
  subscription: (tx: Tx) => tx.subscription.count(),
  subscription_change: (tx: Tx) => tx.subscriptionChange.count(),
  seat: (tx: Tx) => tx.seat.count(),
  addon: (tx: Tx) => tx.addon.count(),
  promotion: (tx: Tx) => tx.promotion.count(),
  usage_record: (tx: Tx) => tx.usageRecord.count(),
};
const TABLES = { ...MONEY_TABLES, ...PLAN_TABLES };

let tenantId: string;
let owner: Viewer;
let member: Viewer;
let stranger: Viewer;

beforeAll(async () => {
  const [ours, theirs] = [await seedTenant({ spec: 'northwind' }), await seedTenant({ spec: 'acme' })];
  const viewer = (seeded: typeof ours, index: number, role: Viewer['role']): Viewer => ({
    personId: seeded.persons[index]?.id ?? '',
    role,
    homeTenantId: seeded.tenantId,
  });
  tenantId = ours.tenantId;
  owner = viewer(ours, 0, 'owner');
  member = viewer(ours, 1, 'member');
  stranger = viewer(theirs, 0, 'owner');
});
afterAll(closeDatabases);

async function countAll(
  tables: Partial<typeof TABLES>,
  run: (work: (tx: Tx) => Promise<number[]>) => Promise<number[]>,
) {
  return run(async (tx) => {
    const counts: number[] = [];
    for (const count of Object.values(tables)) counts.push(await count(tx));
    return counts;
  });
}

describe('row-level security of the ledger', () => {
  it('shows an owner every table of their own tenant', async () => {
    expect((await countAll(TABLES, (work) => withViewer(owner, work))).every((count) => count > 0)).toBe(
      true,
    );
  });

  it('shows a member plan and usage, and no row about money, whichever role reads', async () => {
    for (const enter of [(tx: Tx, work: () => Promise<number[]>) => work(), asReader<number[]>]) {
      const run = (work: (tx: Tx) => Promise<number[]>) =>
        withViewer(member, (tx) => enter(tx, () => work(tx)));
      expect(await countAll(MONEY_TABLES, run)).toEqual(Object.values(MONEY_TABLES).map(() => 0));
      expect((await countAll(PLAN_TABLES, run)).every((count) => count > 0)).toBe(true);
    }
  });

  it('shows no row without a viewer, to the owner of the tables neither', async () => {
    for (const role of ['app', 'owner'] as const) {
      const counts = await countAll(TABLES, (work) => database(role).$transaction((tx) => work(tx)));
      expect(counts).toEqual(Object.values(TABLES).map(() => 0));
    }
  });

  it('shows staff nothing', async () => {
    const agent: Viewer = { ...owner, role: 'agent' };
    const counts = await countAll(TABLES, (work) => withViewer(agent, work));
    expect(counts).toEqual(Object.values(TABLES).map(() => 0));
  });

  it("shows nobody another tenant's rows, even when asked for by tenant", async () => {
    const seen = await withViewer(stranger, async (tx) => [
      await tx.invoice.count({ where: { tenantId } }),
      await tx.seat.count({ where: { tenantId } }),
      await tx.usageRecord.count({ where: { tenantId } }),
    ]);
    expect(seen).toEqual([0, 0, 0]);
  });

  it('lets nobody at runtime write, change or remove a row', async () => {
    const writes: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => tx.invoice.updateMany({ data: { memo: 'x' } }),
      (tx) => tx.payment.deleteMany(),
      (tx) => tx.refund.updateMany({ data: { amountMinor: 1n } }),
      (tx) =>
        tx.usageRecord.createMany({
          data: [{ tenantId, meter: 'api_calls', usedOn: new Date(0), quantity: 1 }],
        }),
      (tx) => tx.credit.deleteMany(),
    ];
    for (const write of writes) {
      await expect(withViewer(owner, write)).rejects.toThrow(/denied|permission|42501/i);
      await expect(withViewer(owner, (tx) => asReader(tx, () => write(tx)))).rejects.toThrow(
        /denied|permission|42501/i,
      );
    }
  });
});

describe('the ledger refuses', () => {
  const refused = (constraint: string, change: (tx: Tx) => Promise<unknown>) =>
    expect(asTenantOwner(tenantId, change), constraint).rejects.toThrow(new RegExp(constraint));

  it.each<[string, string, (tx: Tx) => Promise<unknown>]>([
    [
      'a total that is not its parts',
      'invoice_total',
      (tx) =>
        tx.$executeRaw`UPDATE cs.invoice SET total_minor = total_minor + 1, due_minor = due_minor + 1 WHERE status = 'open'`,
    ],
    [
      'more refunded than paid',
      'invoice_refunded_at_most_paid',
      (tx) => tx.$executeRaw`UPDATE cs.invoice SET refunded_minor = paid_minor + 1 WHERE status = 'paid'`,
    ],
    [
      'a void invoice with something due',
      'invoice_due',
      (tx) => tx.$executeRaw`UPDATE cs.invoice SET due_minor = 100 WHERE status = 'void'`,
    ],
    [
      'a status it does not know',
      'invoice_status_known',
      (tx) => tx.$executeRaw`UPDATE cs.invoice SET status = 'gone' WHERE status = 'open'`,
    ],
    [
      'a negative quantity',
      'invoice_line_(quantity|amount)',
      (tx) => tx.$executeRaw`UPDATE cs.invoice_line SET quantity = -1 WHERE kind = 'usage'`,
    ],
    [
      'a line that is not quantity times price',
      'invoice_line_amount',
      (tx) => tx.$executeRaw`UPDATE cs.invoice_line SET quantity = quantity + 1 WHERE kind = 'plan'`,
    ],
    [
      'a line in another currency',
      'foreign key|invoice_line.*fkey',
      (tx) => tx.$executeRaw`UPDATE cs.invoice_line SET currency = 'USD' WHERE kind = 'plan'`,
    ],
    [
      'a currency that is not the tenant’s',
      'billing currency',
      (tx) =>
        tx.$executeRaw`INSERT INTO cs.billing_profile SELECT tenant_id, name, address, vat_number, email, 'USD', tax_label, tax_rate_ppm, payment_terms_days, seeded_on FROM cs.billing_profile ON CONFLICT (tenant_id) DO UPDATE SET currency = 'USD'`,
    ],
    [
      'lines that do not sum to the invoice',
      'do not sum',
      (tx) => tx.$executeRaw`DELETE FROM cs.invoice_line WHERE kind = 'addon'`,
    ],
    [
      'a refund that the invoice does not know',
      'do not sum',
      (tx) => tx.$executeRaw`UPDATE cs.refund SET amount_minor = amount_minor + 1`,
    ],
    [
      'a payment that the invoice does not know',
      'do not sum',
      (tx) =>
        tx.$executeRaw`UPDATE cs.payment SET amount_minor = amount_minor + 1 WHERE status = 'succeeded'`,
    ],
    [
      'a whole card number',
      'payment_method_masked',
      (tx) => tx.$executeRaw`UPDATE cs.payment_method SET label = 'Visa 4242 4242 4242 4242'`,
    ],
    [
      'negative usage',
      'usage_record_not_negative',
      (tx) => tx.$executeRaw`UPDATE cs.usage_record SET quantity = -1`,
    ],
    [
      'more credit left than granted',
      'credit_remaining_range',
      (tx) => tx.$executeRaw`UPDATE cs.credit SET remaining_minor = granted_minor + 1`,
    ],
  ])('%s', async (_what, constraint, change) => {
    await refused(constraint, change);
  });
});
