import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Invoice } from '#lib/contract/bill.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { asTenantOwner, refreshLedger, writeTenant } from '../../../prisma/seed/write-tenant.ts';
import { SILENT_TENANTS } from '../silent-tenants.ts';
import { change, draft, drafted, execute, freshOwner, read, writtenBy } from './decided.test-data.ts';

let owner: Viewer;
beforeEach(async () => {
  owner = await freshOwner();
});
afterAll(closeDatabases);

const sum = (amounts: readonly { amountMinor: number }[]) =>
  amounts.reduce((all, { amountMinor }) => all + amountMinor, 0);

async function invoiceAt(viewer: Viewer, status: 'open' | 'past_due' | 'paid' | 'void'): Promise<Invoice> {
  const invoice = await read(viewer, async (reader) => {
    const [summary] = await reader.listInvoices({ status, limit: 100 });
    return reader.getInvoice(summary?.id ?? '');
  });
  if (!invoice) throw new Error('no such invoice');
  return invoice;
}

const lineOf = (invoice: Invoice, kind: string) => invoice.lines.find((line) => line.kind === kind)?.id ?? '';

describe('a line that was paid', () => {
  it('goes back to the method that paid, with its tax, and nothing else is written', async () => {
    const invoice = await invoiceAt(owner, 'paid');
    const lineId = lineOf(invoice, 'addon');
    const made = await drafted(owner, { tool: 'refund', lineId });
    expect(made.amount).toEqual({ amountMinor: 1_900 + 437, currency: 'EUR' });
    expect(made.title).toMatch(/^Refund €23\.37 of €\d+\.\d\d, invoice \d{4}-116, to Visa •••• 4242$/);
    expect(made.lines.map(({ label }) => label)).toEqual(['Refund', 'Invoice', 'For', 'To', 'Arrives']);
    expect(await writtenBy(owner.homeTenantId, () => execute(owner, made))).toEqual(['+refund', '~invoice']);
    const { refunds } = await read(owner, (reader) => reader.listPayments({}));
    expect(refunds[0]).toMatchObject({ invoiceNumber: invoice.number, method: 'Visa •••• 4242' });
    expect(refunds[0]?.reason).toBe('Refund of Developer mode add-on');
    expect(await draft(owner, { tool: 'refund', lineId })).toBe('nothing_left');
  });

  it('can go back in parts, together never more than it came to', async () => {
    const lineId = lineOf(await invoiceAt(owner, 'paid'), 'plan');
    const whole = (await drafted(owner, { tool: 'refund', lineId })).amount?.amountMinor ?? 0;
    await change(owner, { tool: 'refund', lineId, amountMinor: 1 });
    expect(await draft(owner, { tool: 'refund', lineId, amountMinor: whole })).toBe('above_rest');
    await change(owner, { tool: 'refund', lineId, amountMinor: whole - 1 });
    expect(await draft(owner, { tool: 'refund', lineId })).toBe('nothing_left');
  });

  it('has shares that sum to the invoice: with everything refunded line by line, nothing is left', async () => {
    const invoice = await invoiceAt(owner, 'paid');
    for (const { id, kind } of invoice.lines)
      if (kind !== 'discount') await change(owner, { tool: 'refund', lineId: id });
    const after = await invoiceAt(owner, 'paid');
    expect(after.refunded).toEqual(after.paid);
    expect(await draft(owner, { tool: 'refund', invoiceId: invoice.id })).toBe('nothing_left');
  });
});

describe('a line that is not paid yet', () => {
  it('is taken off with its tax, explained, no longer found as a duplicate, and comparison and spend stay exact', async () => {
    const invoice = await invoiceAt(owner, 'open');
    const [duplicate] = await read(owner, (reader) => reader.findDuplicates());
    const lineId = duplicate?.line.id ?? '';
    const made = await drafted(owner, { tool: 'refund', lineId });
    expect(made.amount?.amountMinor).toBe(1_476);
    expect(made.title).toBe(`Take €14.76 off invoice ${invoice.number}`);
    expect(await writtenBy(owner.homeTenantId, () => execute(owner, made))).toEqual([
      '+credit',
      '+line',
      '~invoice',
    ]);
    const all = await read(owner, async (reader) => ({
      duplicates: await reader.findDuplicates(),
      comparison: await reader.compareInvoices({}),
      spend: await reader.spend({ from: invoice.issuedOn, to: invoice.issuedOn }),
      balance: await reader.balance(),
      line: await reader.getLine(lineId),
    }));
    const after = await invoiceAt(owner, 'open');
    expect(after.total.amountMinor).toBe(invoice.total.amountMinor - 1_476);
    expect(after.tax.amount.amountMinor).toBe(invoice.tax.amount.amountMinor - 276);
    expect(after.lines.at(-1)).toMatchObject({ kind: 'credit', correctsLineId: lineId });
    expect(after.lines.at(-1)?.reason).toMatch(/^Correction of a seat billed twice, agreed on /);
    expect(all.line?.line.reason).toMatch(/; this was corrected$/);
    expect(all.duplicates).toEqual([]);
    expect(sum(all.comparison?.changes.map(({ difference }) => difference) ?? [])).toBe(
      all.comparison?.difference.amountMinor,
    );
    expect(all.comparison?.changes.at(-1)?.reason).toMatch(/^Charged on €\d/);
    expect(sum(all.spend.kinds.map(({ amount }) => amount))).toBe(all.spend.billed.amountMinor);
    expect(all.spend.billed).toEqual(after.total);
    expect(all.balance.nextDueInvoice?.due).toEqual(after.due);
    expect(await draft(owner, { tool: 'refund', lineId })).toBe('nothing_left');
  });

  it('settles the invoice where nothing stays due', async () => {
    const { id } = await invoiceAt(owner, 'open');
    await change(owner, { tool: 'refund', invoiceId: id });
    const after = await read(owner, (reader) => reader.getInvoice(id));
    expect(after).toMatchObject({ status: 'paid', due: { amountMinor: 0 }, total: { amountMinor: 0 } });
    expect(await draft(owner, { tool: 'refund', invoiceId: id })).toBe('nothing_left');
    expect(await read(owner, (reader) => reader.findDuplicates())).toEqual([]);
  });
});

describe('a refund is not possible', () => {
  it('of what is not theirs, not there, void, being paid, or of less than one unit', async () => {
    const stranger = await freshOwner();
    const theirs = await invoiceAt(stranger, 'paid');
    const ask = (over: { invoiceId?: string; lineId?: string; amountMinor?: number }) =>
      draft(owner, { tool: 'refund', ...over });
    for (const id of [theirs.id, newId(), 'no-id', ''])
      expect([await ask({ invoiceId: id }), await ask({ lineId: id })]).toEqual(['not_found', 'not_found']);
    expect(await ask({ lineId: lineOf(theirs, 'plan') })).toBe('not_found');
    expect(await ask({})).toBe('not_found');
    const paid = await invoiceAt(owner, 'paid');
    const open = await invoiceAt(owner, 'open');
    expect(await ask({ invoiceId: open.id, lineId: lineOf(paid, 'plan') })).toBe('not_found');
    expect(await ask({ invoiceId: (await invoiceAt(owner, 'void')).id })).toBe('void_invoice');
    expect(await ask({ invoiceId: (await invoiceAt(owner, 'past_due')).id })).toBe('payment_running');
    for (const amountMinor of [0, -1, -0, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY])
      expect(await ask({ invoiceId: paid.id, amountMinor })).toBe('below_minimum');
    expect(await ask({ invoiceId: paid.id, amountMinor: paid.paid.amountMinor + 1 })).toBe('above_rest');
  });
});

describe('whatever is asked for', () => {
  async function japanese(): Promise<Viewer> {
    const tenantId = newId();
    const base = SILENT_TENANTS.find(({ currency }) => currency === 'JPY');
    if (!base) throw new Error('no such customer');
    const spec = { ...base, slug: `jp-${tenantId}` };
    await asTenantOwner(tenantId, async (tx) => {
      await writeTenant(tx, tenantId, spec, [], null);
      await refreshLedger(tx, tenantId, spec);
    });
    return { personId: newId(), role: 'owner', homeTenantId: tenantId };
  }

  it.each([
    ['EUR', freshOwner],
    ['JPY', japanese],
  ])('no invoice gives back more than was paid, and all figures add up (%s)', async (currency, make) => {
    const viewer = await make();
    const ids = await read(viewer, async (reader) =>
      (await reader.listInvoices({ limit: 100 })).map(({ id }) => id),
    );
    let executed = 0;
    const step = fc.record({
      invoice: fc.nat(5),
      line: fc.option(fc.nat(12)),
      amount: fc.option(fc.integer({ min: 1, max: 9_000 })),
    });
    await fc.assert(
      fc.asyncProperty(step, async ({ invoice, line, amount }) => {
        const before = await read(viewer, (reader) => reader.getInvoice(ids[invoice] ?? ''));
        const lineId = line === null ? undefined : before?.lines[line % before.lines.length]?.id;
        const made = await draft(viewer, {
          tool: 'refund',
          ...(lineId === undefined ? { invoiceId: ids[invoice] ?? '' } : { lineId }),
          ...(amount === null ? {} : { amountMinor: amount }),
        });
        if (typeof made === 'string' || !before) return;
        await execute(viewer, made);
        executed += 1;
        const after = await read(viewer, (reader) => reader.getInvoice(before.id));
        if (!after) throw new Error('the invoice is gone');
        const given = made.amount?.amountMinor ?? 0;
        expect(made.amount?.currency).toBe(currency);
        expect(after.refunded.amountMinor).toBeLessThanOrEqual(after.paid.amountMinor);
        expect(
          before.total.amountMinor -
            after.total.amountMinor +
            after.refunded.amountMinor -
            before.refunded.amountMinor,
        ).toBe(given);
        expect(sum(after.lines.map(({ amount: of }) => of)) + after.tax.amount.amountMinor).toBe(
          after.total.amountMinor,
        );
      }),
      { numRuns: 40 },
    );
    expect(executed).toBeGreaterThan(5);
  });
});
