import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERROR_TABLE } from '#lib/contract/errors.ts';
import { asReader, closeDatabases, database, withViewer } from '#lib/kernel/db.ts';
import type { BillingReader, Viewer } from '#lib/kernel/ports.ts';
import { seedDemo, seedTenant } from '../../prisma/seed.ts';
import { billingReader } from './reader.ts';
import { ALL_TENANT_SPECS } from './tenant-specs.ts';
import { interestingQuestions } from './interesting-questions.ts';

const owners = new Map<string, Viewer>();
const read = <T>(viewer: Viewer, work: (reader: BillingReader) => Promise<T>) =>
  withViewer(viewer, (tx) => asReader(tx, () => work(billingReader(viewer, tx))));

/** An owner and a member of a fresh Northwind. */
let owner: Viewer;
let member: Viewer;

beforeAll(async () => {
  await seedDemo();
  const tenants = await database('owner').tenant.findMany({ select: { id: true, slug: true } });
  const customers = new Set(ALL_TENANT_SPECS.map(({ slug }) => slug));
  for (const { id, slug } of tenants) {
    if (customers.has(slug)) owners.set(slug, { personId: id, role: 'owner', homeTenantId: id });
  }
  const fresh = await seedTenant({ spec: 'northwind' });
  owner = { personId: fresh.persons[0]?.id ?? '', role: 'owner', homeTenantId: fresh.tenantId };
  member = { personId: fresh.persons[1]?.id ?? '', role: 'member', homeTenantId: fresh.tenantId };
});
afterAll(closeDatabases);

const sum = (amounts: readonly { amountMinor: number }[]) =>
  amounts.reduce((all, { amountMinor }) => all + amountMinor, 0);

/** Everything a reader can be asked, without sight of any other ledger. */
async function readEverything(reader: BillingReader) {
  const invoices = await reader.listInvoices({ limit: 100 });
  const whole = [];
  for (const { id } of [...invoices.slice(0, 2), ...invoices.slice(-1)])
    whole.push(await reader.getInvoice(id));
  const line = whole[0]?.lines[0];
  return {
    invoices,
    whole,
    balance: await reader.balance(),
    lines: await reader.findLines({ text: 'seats', from: '2000-01-01', to: '2100-01-01' }),
    line: line ? await reader.getLine(line.id) : null,
    duplicates: await reader.findDuplicates(),
    comparison: await reader.compareInvoices({}),
    payments: await reader.listPayments({ limit: 100 }),
    plan: await reader.plan(),
    usage: await reader.usage({}),
    pastUsage: await reader.usage({
      meter: 'storage_gb',
      month: (invoices.at(-1)?.issuedOn ?? '').slice(0, 7),
    }),
    upcoming: await reader.upcoming(),
    spend: await reader.spend({ from: invoices.at(-1)?.issuedOn ?? '', to: invoices[0]?.issuedOn ?? '' }),
    details: await reader.details(),
  };
}

describe('every customer', () => {
  it('reads a ledger that adds up, through every method, in their own currency', async () => {
    expect(owners.size).toBe(27);
    for (const viewer of owners.values()) {
      const all = await read(viewer, readEverything);
      const { comparison, upcoming, spend, duplicates, balance, usage, pastUsage } = all;
      expect(all.whole.every((invoice) => invoice !== null)).toBe(true);
      expect(duplicates).toHaveLength(1);
      expect(all.lines.length).toBeGreaterThan(0);
      expect(all.line?.invoice.id).toBe(all.invoices[0]?.id);
      expect(usage?.meters).toHaveLength(2);
      expect(pastUsage).toMatchObject({ finished: true, meters: [{ code: 'storage_gb' }] });
      expect(sum(comparison?.changes.map(({ difference }) => difference) ?? [])).toBe(
        comparison?.difference.amountMinor,
      );
      expect(
        comparison?.changes.every(
          ({ reason, before, after, difference }) =>
            reason !== null &&
            difference.amountMinor === (after?.amountMinor ?? 0) - (before?.amountMinor ?? 0),
        ),
      ).toBe(true);
      expect(sum(upcoming.lines.map(({ amount }) => amount)) + upcoming.tax.amountMinor).toBe(
        upcoming.estimatedTotal.amountMinor,
      );
      expect(sum(spend.kinds.map(({ amount }) => amount))).toBe(spend.billed.amountMinor);
      expect(sum(spend.months.map(({ billed }) => billed))).toBe(spend.billed.amountMinor);
      expect(balance.due.amountMinor).toBe(sum(balance.openInvoices.map(({ due }) => due)));
      expect(
        all.whole.flatMap((invoice) => invoice?.lines ?? []).every(({ reason }) => reason !== null),
      ).toBe(true);
    }
  });

  it('sees none of the rows of another one', async () => {
    const strangers = [...owners.values()].slice(0, 4);
    for (const viewer of strangers) {
      const { invoices, duplicates } = await read(viewer, readEverything);
      const [id, lineId] = [invoices[0]?.id ?? '', duplicates[0]?.line.id ?? ''];
      const seen = await read(owner, async (reader) => ({
        invoice: await reader.getInvoice(id),
        line: await reader.getLine(lineId),
        comparison: await reader.compareInvoices({ newerId: id }),
      }));
      expect(seen).toEqual({ invoice: null, line: null, comparison: null });
    }
  });
});

describe('an owner', () => {
  it('gets the latest invoice explained to the last cent', async () => {
    const comparison = await read(owner, (reader) => reader.compareInvoices({}));
    const labels = comparison?.changes.map(({ label, kind }) => `${kind}: ${label}`);
    expect(labels).toEqual([
      'plan: Team plan (before: Starter plan)',
      'proration: Proration: Starter to Team',
      'seat: Additional seats (2 → 4)',
      'seat: Seat: Design desk 4, charged twice',
      expect.stringMatching(/^discount: Launch 20/),
      'usage: API calls over the included 10,000',
      'tax: VAT 23%',
    ]);
    const reasons = comparison?.changes.map(({ reason }) => reason ?? '') ?? [];
    expect(reasons[2]).toMatch(
      /^Added 2 seats on \d+ \w+ \d{4} by the owner \(Design desk 7, Design desk 8\)$/,
    );
    expect(reasons[4]).toMatch(/^Promotion Launch 20 ended on /);
    expect(reasons[5]).toBe('412 API calls over the included 10,000, at €0.01 each');
  });

  it('may compare any two invoices, whichever way round', async () => {
    await read(owner, async (reader) => {
      const [a, b, c] = await reader.listInvoices({ limit: 3 });
      const forth = await reader.compareInvoices({ newerId: a?.id ?? '', olderId: c?.id ?? '' });
      const back = await reader.compareInvoices({ newerId: c?.id ?? '', olderId: a?.id ?? '' });
      expect(forth).toEqual(back);
      expect(sum(forth?.changes.map(({ difference }) => difference) ?? [])).toBe(
        (a?.total.amountMinor ?? 0) - (c?.total.amountMinor ?? 0),
      );
      expect((await reader.compareInvoices({ newerId: b?.id ?? '' }))?.older.id).toBe(c?.id);
      expect((await reader.compareInvoices({ olderId: b?.id ?? '' }))?.newer.id).toBe(a?.id);
      expect(await reader.compareInvoices({ olderId: a?.id ?? '' })).toBeNull();
      expect(await reader.compareInvoices({ newerId: 'no-id' })).toBeNull();
    });
  });

  it('finds a line by its amount, and by words in any number', async () => {
    await read(owner, async (reader) => {
      const byAmount = await reader.findLines({ amountMinor: 412 });
      expect(byAmount.map(({ line }) => line.kind)).toEqual(['usage']);
      const plural = await reader.findLines({ text: 'api calls' });
      expect(plural.some(({ line }) => line.id === byAmount[0]?.line.id)).toBe(true);
      const byKind = await reader.findLines({ text: 'discounts' });
      expect(byKind.length > 5 && byKind.every(({ line }) => line.kind === 'discount')).toBe(true);
      expect(await reader.findLines({ text: '%' })).toEqual(await reader.findLines({}));
    });
  });

  it('finds an open invoice whose day has passed as past due, and only there', async () => {
    await read(owner, async (reader) => {
      const [late, open, paid, voided] = [
        await reader.listInvoices({ status: 'past_due' }),
        await reader.listInvoices({ status: 'open' }),
        await reader.listInvoices({ status: 'paid', limit: 100 }),
        await reader.listInvoices({ status: 'void' }),
      ];
      expect([late.length, open.length, voided.length]).toEqual([1, 1, 1]);
      expect(paid.length).toBe(15);
      expect(late[0]?.daysUntilDue).toBeLessThan(0);
      expect(voided[0]).toMatchObject({ due: { amountMinor: 0 }, daysUntilDue: null });
    });
  });

  it('has four questions to start with, each about something that is really there', async () => {
    const questions = await withViewer(owner, (tx) => interestingQuestions(owner, tx));
    expect(questions.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Why is invoice \d{4}-118 €\d+\.\d\d higher than the one before\?$/),
      expect.stringMatching(/^Why did the payment of invoice \d{4}-117 fail, and when is it tried again\?$/),
      expect.stringMatching(/^Why is Design desk 4 charged twice on invoice \d{4}-118\?$/),
      expect.stringMatching(/€25\.00/),
    ]);
  });
});

describe('a member', () => {
  it('sees plan and usage without a single amount', async () => {
    const seen = await read(member, async (reader) => ({
      plan: await reader.plan(),
      usage: await reader.usage({}),
    }));
    expect(seen.plan).toMatchObject({ pricePerMonth: null, pricePerSeat: null });
    expect(JSON.stringify(seen)).not.toContain('amountMinor');
  });

  it.each<[string, (reader: BillingReader) => Promise<unknown>]>([
    ['balance', (reader) => reader.balance()],
    ['invoices', (reader) => reader.listInvoices({})],
    ['one invoice', (reader) => reader.getInvoice('0198c0de-0000-7000-8000-000000000001')],
    ['lines', (reader) => reader.findLines({})],
    ['one line', (reader) => reader.getLine('0198c0de-0000-7000-8000-000000000001')],
    ['duplicates', (reader) => reader.findDuplicates()],
    ['comparison', (reader) => reader.compareInvoices({})],
    ['payments', (reader) => reader.listPayments({})],
    ['upcoming', (reader) => reader.upcoming()],
    ['spend', (reader) => reader.spend({ from: '2026-01-01', to: '2026-12-31' })],
    ['details', (reader) => reader.details()],
  ])('is refused money: %s', async (_what, ask) => {
    await expect(read(member, ask)).rejects.toThrow(ERROR_TABLE.not_eligible.sentence);
  });

  it('has questions about plan, usage and seats, and none about money', async () => {
    const questions = await withViewer(member, (tx) => interestingQuestions(member, tx));
    expect(questions).toHaveLength(4);
    expect(questions.map(({ text }) => text).join(' ')).not.toMatch(/[€$]|invoice|payment|refund|credit/i);
  });
});
