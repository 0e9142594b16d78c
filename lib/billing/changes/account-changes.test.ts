import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeDatabases, databaseUrl } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { moveTestClock } from '#scripts/test/test-clock.ts';
import { change, draft, drafted, freshOwner, read, writtenBy } from './decided.test-data.ts';

const moveClock = (by: string) => moveTestClock(databaseUrl('owner'), by);
let owner: Viewer;
beforeEach(async () => {
  owner = await freshOwner();
});
afterEach(() => moveClock('0'));
afterAll(closeDatabases);

const details = () => read(owner, (reader) => reader.details());
const contact = (email: string) => ({ tool: 'change_billing_contact', email }) as const;

describe('a new billing address', () => {
  it('takes over after two days; until then bills go to the old one', async () => {
    const { customer } = await details();
    const made = () => change(owner, contact('Accounts@Northwind.test'));
    expect(await writtenBy(owner.homeTenantId, made)).toEqual(['~profile']);
    expect(await details()).toMatchObject({
      customer: { email: customer.email },
      pendingEmail: { email: 'accounts@northwind.test' },
    });
    expect(await draft(owner, contact('accounts@northwind.test'))).toBe('same_already');
    await moveClock('2 days');
    expect((await details()).customer.email).toBe('accounts@northwind.test');
    expect((await details()).pendingEmail).toBeUndefined();
    const next = await drafted(owner, contact('other@northwind.test'));
    expect(next.lines[1]).toEqual({ label: 'Address until then', value: 'accounts@northwind.test' });
    await change(owner, contact('other@northwind.test'));
    expect((await details()).customer.email).toBe('accounts@northwind.test');
  });

  it('can be taken back by naming the old one, at once', async () => {
    const { customer } = await details();
    await change(owner, contact('thief@elsewhere.test'));
    const back = await drafted(owner, contact(customer.email ?? ''));
    expect(back.title).toBe(`Keep sending bills to ${customer.email}`);
    await change(owner, contact(customer.email ?? ''));
    expect(await details()).toEqual(expect.objectContaining({ customer }));
    expect((await details()).pendingEmail).toBeUndefined();
    expect(await draft(owner, contact(customer.email ?? ''))).toBe('same_already');
  });

  it.each([
    '',
    'nobody',
    'a@b',
    'two@x.test, three@x.test',
    'x@x.test\nBcc: y@y.test',
    'bílling@x.test',
    'billing@nоrthwind.test',
    `${'a'.repeat(250)}@x.test`,
    '"a b"@x.test',
  ])('is refused where it is no plain address: %j', async (email) => {
    expect(await draft(owner, contact(email))).toBe('bad_address');
  });
});

describe('a payment that failed', () => {
  const payments = () => read(owner, (reader) => reader.listPayments({ limit: 100 }));

  it('is tried again today, once', async () => {
    const waiting = (await payments()).payments.find(({ status }) => status === 'retrying');
    const request = { tool: 'retry_payment', paymentId: waiting?.id ?? '' } as const;
    const made = await drafted(owner, request);
    expect(made.title).toMatch(
      /^Try the payment of €\d+\.\d\d for invoice \d{4}-117 again, with Visa •••• 4242$/,
    );
    expect(await writtenBy(owner.homeTenantId, () => change(owner, request))).toEqual(['~payment']);
    const after = (await payments()).payments.find(({ id }) => id === waiting?.id);
    expect(after).toMatchObject({ status: 'pending', failureReason: null, nextRetryOn: null });
    expect(await draft(owner, request)).toBe('not_failed');
    expect(await draft(owner, { tool: 'refund', invoiceId: waiting?.invoiceId ?? '' })).toBe(
      'payment_running',
    );
  });

  it('is not tried again where it did not fail, was paid otherwise, or is not theirs', async () => {
    const of = async (status: string) =>
      (await payments()).payments.find((one) => one.status === status)?.id ?? '';
    const ask = (paymentId: string) => draft(owner, { tool: 'retry_payment', paymentId });
    expect(await ask(await of('succeeded'))).toBe('not_failed');
    expect(await ask(await of('failed'))).toBe('nothing_left');
    expect([await ask(newId()), await ask('x')]).toEqual(['not_found', 'not_found']);
    const stranger = await freshOwner();
    expect(await draft(stranger, { tool: 'retry_payment', paymentId: await of('retrying') })).toBe(
      'not_found',
    );
  });
});
