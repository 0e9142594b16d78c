import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDatabases } from '#lib/kernel/db.ts';
import type { ChangeRequest, Viewer } from '#lib/kernel/ports.ts';
import { drafted, execute, freshOwner, read, writtenBy } from './decided.test-data.ts';

/** Decisions at the same time, each with a proposal of its own. */
const AT_ONCE = 6;
let owner: Viewer;
beforeEach(async () => {
  owner = await freshOwner();
});
afterAll(closeDatabases);

/** How many of them came through. */
async function race(requests: readonly ChangeRequest[]): Promise<number> {
  const drafts = [];
  for (const request of requests) drafts.push(await drafted(owner, request));
  const results = await Promise.allSettled(drafts.map((made) => execute(owner, made)));
  return results.filter(({ status }) => status === 'fulfilled').length;
}

const times = (request: ChangeRequest) => Array.from({ length: AT_ONCE }, () => request);

describe('of several decisions about the same facts at the same time, one is made', () => {
  it.each<[string, (ids: { paid: string; duplicate: string; payment: string }) => ChangeRequest, string[]]>([
    ['refunds', ({ paid }) => ({ tool: 'refund', invoiceId: paid }), ['+refund', '~invoice']],
    [
      'corrections',
      ({ duplicate }) => ({ tool: 'refund', lineId: duplicate }),
      ['+credit', '+line', '~invoice'],
    ],
    ['plans', () => ({ tool: 'change_plan', plan: 'business' }), ['+history', '~subscription']],
    ['seats', () => ({ tool: 'change_seats', change: 'remove', count: 1 }), ['+history', '~seat']],
    ['addresses', () => ({ tool: 'change_billing_contact', email: 'new@x.test' }), ['~profile']],
    ['payments', ({ payment }) => ({ tool: 'retry_payment', paymentId: payment }), ['~payment']],
  ])('%s', async (_what, ask, written) => {
    const ids = await read(owner, async (reader) => ({
      paid: (await reader.listInvoices({ status: 'paid', limit: 1 }))[0]?.id ?? '',
      duplicate: (await reader.findDuplicates())[0]?.line.id ?? '',
      payment: (await reader.listPayments({ status: 'retrying' })).payments[0]?.id ?? '',
    }));
    const run = async () => expect(await race(times(ask(ids)))).toBe(1);
    expect(await writtenBy(owner.homeTenantId, run)).toEqual(written);
  });
});
