import { describe, expect, test, vi } from 'vitest';
import type { Invoice, InvoiceLine, InvoiceSummary } from '#lib/contract/bill.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { BillingReader, HandleBook } from '#lib/kernel/ports.ts';
import { TOOL_TABLE } from './policy.ts';
import { runTool, type ToolContext } from './run-tool.ts';
import { suggestNext } from './suggest-next.ts';

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' as const });
const summary: InvoiceSummary = {
  id: newId(),
  number: '2026-117',
  status: 'open',
  issuedOn: '2026-11-01',
  dueOn: '2026-11-25',
  paidOn: null,
  periodStart: '2026-10-01',
  periodEnd: '2026-10-31',
  total: eur(9_000),
  due: eur(9_000),
  daysUntilDue: 5,
};
const line: InvoiceLine = {
  id: newId(),
  kind: 'seat',
  description: 'Seat',
  quantity: 1,
  unit: null,
  unitAmount: null,
  amount: eur(9_000),
  periodStart: null,
  periodEnd: null,
  reason: null,
  duplicateOfLineId: newId(),
};
const party = { name: 'x', address: [], vatNumber: null, email: null };
const invoice: Invoice = {
  ...summary,
  lines: [line],
  subtotal: eur(9_000),
  discount: eur(0),
  credit: eur(0),
  tax: { label: 'VAT', ratePercent: 23, amount: eur(0) },
  paid: eur(0),
  refunded: eur(0),
  memo: null,
  voidReason: null,
  billTo: party,
  from: party,
};

/** A reader that knows one invoice and fails on whatever a test does not expect to be asked. */
function reader(): BillingReader {
  const unexpected = () => Promise.reject(new Error('the ledger was asked'));
  return {
    balance: unexpected,
    findLines: unexpected,
    findDuplicates: unexpected,
    listPayments: unexpected,
    plan: unexpected,
    usage: unexpected,
    upcoming: unexpected,
    spend: unexpected,
    details: unexpected,
    quote: unexpected,
    listInvoices: async () => [summary],
    getInvoice: async (id) => (id === summary.id ? invoice : null),
    getLine: async (id) => (id === line.id ? { invoice: summary, line } : null),
    compareInvoices: async () => null,
  };
}

function book(): HandleBook {
  const known = new Map<string, { kind: string; objectId: string; label: string }>();
  return {
    mint(kind, objectId, label) {
      const handle = `${{ invoice: 'inv', line: 'line', payment: 'pay' }[kind]}_${objectId.slice(-8)}`;
      known.set(handle, { kind, objectId, label });
      return handle;
    },
    resolve(kind, handle) {
      const found = known.get(handle);
      return found?.kind === kind ? found : null;
    },
  };
}

const run = (name: string, argumentsJson = '{}', over: Partial<ToolContext> = {}) =>
  runTool(
    { name, argumentsJson },
    {
      reader: reader(),
      handles: book(),
      role: 'owner',
      locale: 'en-IE',
      currency: 'EUR',
      mayPropose: true,
      restore: (text) => text,
      ...over,
    },
  );

describe('a call of the model', () => {
  test.each(['__proto__', 'constructor', 'delete_everything'])('to %s is denied as unknown', async (name) => {
    expect(await run(name)).toMatchObject({ status: 'denied', rule: 'unknown_tool' });
  });

  test('with arguments that do not fit is denied before the ledger is asked', async () => {
    expect(await run('get_balance', '{"tenantId":"x"}')).toMatchObject({
      status: 'denied',
      rule: 'bad_arguments',
    });
  });

  test('for amounts is denied to a member, tool by tool, before the ledger is asked', async () => {
    const listInvoices = vi.fn<BillingReader['listInvoices']>();
    const money = Object.entries(TOOL_TABLE).filter(([, tool]) => tool.area === 'money');
    expect(money.length).toBeGreaterThan(8);
    const needed: Record<string, string> = {
      explain_charge: '{"line":"line_abcdefgh"}',
      get_spend: '{"from":"2026-01-01","to":"2026-02-01"}',
      quote_change: '{"what":"cancel_plan"}',
      refund: '{"invoice":"inv_abcdefgh"}',
      change_plan: '{"plan":"business"}',
      change_seats: '{"change":"add","count":1}',
      change_billing_contact: '{"email":"a@b.test"}',
      retry_payment: '{"payment":"pay_abcdefgh"}',
    };
    for (const [name] of money) {
      const outcome = await run(name, needed[name] ?? '{}', {
        role: 'member',
        reader: { ...reader(), listInvoices },
      });
      expect(outcome, name).toMatchObject({ status: 'denied', rule: 'not_for_your_role' });
      expect(outcome).not.toHaveProperty('card');
    }
    expect(listInvoices).not.toHaveBeenCalled();
  });

  test('of staff is denied everywhere but where the chat itself is concerned', async () => {
    for (const role of ['agent', 'approver', 'admin', 'auditor', 'trainer'] as const) {
      for (const name of ['get_plan', 'get_usage', 'get_balance', 'offer_topics']) {
        const args = name === 'offer_topics' ? '{"topics":["plan"]}' : '{}';
        expect(await run(name, args, { role })).toMatchObject({
          status: 'denied',
          rule: 'not_for_your_role',
        });
      }
    }
  });

  test('by a handle that was never given out here is denied, as if there were nothing', async () => {
    for (const [name, json] of [
      ['get_invoice', '{"invoice":"inv_abcdefgh"}'],
      ['explain_charge', '{"line":"line_abcdefgh"}'],
      ['compare_periods', '{"newer":"inv_abcdefgh"}'],
    ] as const) {
      expect(await run(name, json)).toMatchObject({ status: 'denied', rule: 'not_found' });
    }
  });

  test('by a handle of another kind is denied, even where the object exists', async () => {
    const handles = book();
    const asLine = handles.mint('invoice', summary.id, 'x').replace('inv_', 'line_');
    expect(await run('explain_charge', JSON.stringify({ line: asLine }), { handles })).toMatchObject({
      rule: 'not_found',
    });
  });

  test('by a handle it was given works', async () => {
    const handles = book();
    const invoiceHandle = handles.mint('invoice', summary.id, 'x');
    expect(await run('get_invoice', JSON.stringify({ invoice: invoiceHandle }), { handles })).toMatchObject({
      status: 'done',
      summary: 'Read invoice 2026-117',
    });
  });
});

describe('what the model reads', () => {
  test('names objects by handles: no id of the database stands in it', async () => {
    const { json } = await run('get_invoice');
    expect(json).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    const { result } = JSON.parse(json);
    expect(result.handle).toMatch(/^inv_/);
    expect(result.lines[0].handle).toMatch(/^line_/);
    expect(result.lines[0].duplicateOf).toMatch(/^line_/);
  });

  test('shows amounts as they are written, so that there is nothing to compute', async () => {
    const { json } = await run('get_invoice');
    expect(JSON.parse(json).result.total).toBe('€90.00');
    expect(json).not.toMatch(/amountMinor/);
  });

  test('leaves out what is empty', async () => {
    expect((await run('get_invoice')).json).not.toContain('null');
  });
});

describe('the buttons below an answer', () => {
  test('are three at most, and offer no amounts to a member', () => {
    expect(suggestNext('owner', 'get_balance', undefined)).toHaveLength(3);
    const offered = suggestNext('member', 'get_plan', ['what_i_owe', 'latest_invoice', 'plan', 'person']);
    expect(offered.map((item) => item.label)).toEqual(['My plan', 'Talk to a person']);
  });

  test('come from a table: an unknown tool leads to none', () => {
    expect(suggestNext('owner', '__proto__', undefined)).toEqual([]);
  });

  test('lead to a person by a link of ours', () => {
    expect(suggestNext('owner', undefined, ['person'])[0]?.href).toBe('#handover');
  });
});
