import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERROR_TABLE } from '#lib/contract/errors.ts';
import { asReader, asWriter, closeDatabases, type Tx, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { ChangeArguments, ChangeDraft, ChangeRequest, Viewer } from '#lib/kernel/ports.ts';
import { applyChange } from './apply-change.ts';
import { beginEffect, drafted, freshOwner, ledgerRows, read } from './decided.test-data.ts';
import { draftChange } from './draft-change.ts';
import { redraftChange } from './redraft-change.ts';

let owner: Viewer;
/** One possible change of every kind. */
let requests: ChangeRequest[];
let drafts: ChangeDraft[];

beforeAll(async () => {
  owner = await freshOwner();
  const { payments, duplicates, paid } = await read(owner, async (reader) => ({
    payments: (await reader.listPayments({ status: 'retrying' })).payments,
    duplicates: await reader.findDuplicates(),
    paid: await reader.listInvoices({ status: 'paid', limit: 1 }),
  }));
  requests = [
    { tool: 'refund', lineId: duplicates[0]?.line.id ?? '' },
    { tool: 'refund', invoiceId: paid[0]?.id ?? '', amountMinor: 500 },
    { tool: 'change_plan', plan: 'business' },
    { tool: 'change_plan', plan: 'starter' },
    { tool: 'change_seats', change: 'add', count: 2 },
    { tool: 'change_seats', change: 'remove', count: 2 },
    { tool: 'cancel_plan' },
    { tool: 'pause_plan' },
    { tool: 'change_billing_contact', email: 'new@northwind.test' },
    { tool: 'retry_payment', paymentId: payments[0]?.id ?? '' },
  ];
  drafts = [];
  for (const request of requests) drafts.push(await drafted(owner, request));
});
afterAll(closeDatabases);

/** Runs as a decision does and leaves nothing behind. */
const UNDO = 'undone';
async function tried(work: (tx: Tx) => Promise<unknown>): Promise<unknown> {
  try {
    return await withViewer(owner, async (tx) => {
      await work(tx);
      throw new Error(UNDO);
    });
  } catch (error) {
    if (error instanceof Error && error.message === UNDO) return UNDO;
    throw error;
  }
}

describe('the database', () => {
  const tenantId = () => owner.homeTenantId;
  it.each<[string, (tx: Tx) => Promise<unknown>]>([
    ['billing_profile', (tx) => tx.billingProfile.updateMany({ data: { email: 'x@x.test' } })],
    ['subscription', (tx) => tx.subscription.updateMany({ data: { status: 'paused' } })],
    ['seat', (tx) => tx.seat.updateMany({ data: { removedOn: new Date('2100-01-01') } })],
    ['invoice', (tx) => tx.$executeRaw`UPDATE cs.invoice SET tax_minor = tax_minor`],
    [
      'payment',
      (tx) => tx.payment.updateMany({ where: { status: 'retrying' }, data: { failureReason: 'x' } }),
    ],
    [
      'subscription_change',
      (tx) =>
        tx.$executeRaw`INSERT INTO cs.subscription_change SELECT ${newId()}::uuid, tenant_id, changed_on, 'paused', NULL, NULL, 'x', 'x' FROM cs.subscription_change LIMIT 1`,
    ],
    [
      'seat (new)',
      (tx) =>
        tx.$executeRaw`INSERT INTO cs.seat SELECT ${newId()}::uuid, tenant_id, label, added_on, added_by FROM cs.seat LIMIT 1`,
    ],
    [
      'invoice_line',
      (tx) =>
        tx.$executeRaw`INSERT INTO cs.invoice_line (id, tenant_id, invoice_id, currency, position, kind, description, quantity, amount_minor, addon_code)
          SELECT ${newId()}::uuid, tenant_id, id, currency, 99, 'addon', 'x', 1, 0, 'x' FROM cs.invoice LIMIT 1`,
    ],
    [
      'credit',
      (tx) =>
        tx.$executeRaw`INSERT INTO cs.credit SELECT ${newId()}::uuid, tenant_id, currency, 100, 0, 'x', granted_on FROM cs.credit LIMIT 1`,
    ],
    [
      'refund',
      (tx) =>
        tx.$executeRaw`INSERT INTO cs.refund (id, tenant_id, invoice_id, currency, method_id, amount_minor, status, requested_on, expected_on, reason, proposal_id)
          SELECT ${newId()}::uuid, tenant_id, invoice_id, currency, method_id, 1, 'on_its_way', requested_on, requested_on, 'x', ${newId()}::uuid FROM cs.refund LIMIT 1`,
    ],
  ])('refuses every write of %s without an effect of the same transaction', async (_table, write) => {
    await expect(tried((tx) => asWriter(tx, () => write(tx)))).rejects.toThrow(/42501|row-level security/);
  });

  it('refuses what an effect of an earlier transaction would have allowed, and writes nothing', async () => {
    const before = await ledgerRows(tenantId());
    const made = drafts[2];
    if (!made) throw new Error('no draft');
    const proposalId = await withViewer(owner, (tx) => beginEffect(owner, tx, made));
    const late = tried((tx) => asWriter(tx, () => applyChange(owner, tx, made.arguments, { proposalId })));
    await expect(late).rejects.toThrow(/42501|row-level security/);
    expect(await ledgerRows(tenantId())).toEqual(before);
  });

  it('refuses a refund and a correction of another amount than was decided', async () => {
    for (const [index, constraint] of [
      [0, /42501|row-level security/],
      [1, /not the decided one|refund_is_decided/],
    ] as const) {
      const made = drafts[index];
      if (!made) throw new Error('no draft');
      const args = { ...made.arguments, amountMinor: (made.amount?.amountMinor ?? 0) - 1 };
      const other = tried(async (tx) => {
        const proposalId = await beginEffect(owner, tx, made);
        return asWriter(tx, () => applyChange(owner, tx, args, { proposalId }));
      });
      await expect(other).rejects.toThrow(constraint);
    }
  });
});

describe('every change', () => {
  it('drafts the same for the same facts, as reader and as writer, with an effect and without', async () => {
    for (const [index, request] of requests.entries()) {
      const made = drafts[index];
      if (!made) throw new Error('no draft');
      expect(await withViewer(owner, (tx) => asReader(tx, () => draftChange(owner, tx, request)))).toEqual(
        made,
      );
      await tried(async (tx) => {
        expect(await asWriter(tx, () => redraftChange(owner, tx, made.arguments))).toEqual(made);
        expect(await asWriter(tx, () => draftChange(owner, tx, request))).toEqual(made);
      });
    }
  });

  it('is made once: a second time in the same transaction fails', async () => {
    for (const made of drafts) {
      const twice = tried(async (tx) => {
        const proposalId = await beginEffect(owner, tx, made);
        await asWriter(tx, () => applyChange(owner, tx, made.arguments, { proposalId }));
        await asWriter(tx, () => applyChange(owner, tx, made.arguments, { proposalId }));
      });
      await expect(twice, made.title).rejects.toThrow(/no longer possible|[Uu]nique|decided/);
    }
  });

  it('has arguments that nothing can be added to, and numbers that are whole', async () => {
    for (const { arguments: args } of drafts) {
      const bad: ChangeArguments[] = [
        { ...args, tenantId: newId() },
        { ...args, amountMinor: 0.5 },
        { ...args, amountMinor: 2 ** 53 },
        { ...args, effectiveOn: 'soon' },
        { tool: args.tool, surplus: null },
      ];
      for (const wrong of bad) {
        await expect(tried((tx) => asWriter(tx, () => redraftChange(owner, tx, wrong)))).rejects.toThrow(
          ERROR_TABLE.no_longer_possible.sentence,
        );
        await expect(
          tried((tx) => asWriter(tx, () => applyChange(owner, tx, wrong, { proposalId: newId() }))),
        ).rejects.toThrow(ERROR_TABLE.no_longer_possible.sentence);
      }
    }
  });

  it('is refused to a member, before the ledger is asked', async () => {
    const member: Viewer = { ...owner, role: 'member' };
    for (const [index, request] of requests.entries()) {
      const args = drafts[index]?.arguments;
      if (!args) throw new Error('no draft');
      const refused = { message: ERROR_TABLE.not_eligible.sentence };
      await withViewer(member, async (tx) => {
        await expect(draftChange(member, tx, request)).rejects.toMatchObject(refused);
        await expect(redraftChange(member, tx, args)).rejects.toMatchObject(refused);
        await expect(applyChange(member, tx, args, { proposalId: newId() })).rejects.toMatchObject(refused);
      });
    }
  });

  it('has another version when a fact it rests on is another one', async () => {
    const [takeOff] = drafts;
    if (!takeOff) throw new Error('no draft');
    await tried(async (tx) => {
      const proposalId = await beginEffect(owner, tx, takeOff);
      await asWriter(tx, () => applyChange(owner, tx, takeOff.arguments, { proposalId }));
      const { lineId: _line, ...rest } = takeOff.arguments;
      const { invoiceId } = rest;
      const other = await asWriter(tx, () =>
        draftChange(owner, tx, { tool: 'refund', invoiceId: String(invoiceId), amountMinor: 1 }),
      );
      expect(typeof other === 'string' ? other : other.resource.version).not.toBe(takeOff.resource.version);
    });
  });
});
