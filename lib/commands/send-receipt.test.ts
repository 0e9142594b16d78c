import { afterAll, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { readLedger } from '#e2e/fixtures/read-ledger.ts';
import { formatMoney } from '#lib/contract/money.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { sendReceipt } from './send-receipt.ts';

afterAll(closeDatabases);

const send = ({ viewer }: Person, number: string) =>
  sendReceipt(viewer, { number, locale: 'en-IE', requestId: newId() });
const latest = async ({ viewer }: Person) =>
  readLedger(viewer, async (reader) => {
    const [invoice] = await reader.listInvoices({ limit: 1 });
    const whole = invoice && (await reader.getInvoice(invoice.id));
    if (!whole) throw new Error('this customer has no invoice');
    return whole;
  });
const mails = ({ viewer }: Person) =>
  behindTheWalls<{ recipient: string; person_id: string; body: string }>(
    'SELECT recipient, person_id, body FROM outbox_mail WHERE tenant_id = $1',
    [viewer.homeTenantId],
  );
const audited = ({ viewer }: Person) =>
  behindTheWalls<{ outcome: string; rule: string | null }>(
    `SELECT outcome, rule FROM audit_entry WHERE person_id = $1 AND action = 'receipt.sent' ORDER BY at, id`,
    [viewer.personId],
  );

describe('a receipt', () => {
  test("goes to the person's own address, with the invoice's lines and totals and without its memo", async () => {
    const owner = await makePerson({ spec: 'northwind' });
    const invoice = await latest(owner);
    await behindTheWalls('UPDATE invoice SET memo = $1 WHERE id = $2', ['Third-party words', invoice.id]);
    expect(await send(owner, invoice.number)).toBe(owner.email);
    const [mail, ...more] = await mails(owner);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ recipient: owner.email, person_id: owner.viewer.personId });
    for (const line of invoice.lines) expect(mail?.body).toContain(formatMoney(line.amount, 'en-IE'));
    expect(mail?.body).toContain(`Total: ${formatMoney(invoice.total, 'en-IE')}`);
    expect(mail?.body).not.toContain('Third-party words');
    expect(await audited(owner)).toEqual([{ outcome: 'allowed', rule: null }]);
  });

  test('is sent five times an hour, also of twelve presses at once, and the sixth is told when', async () => {
    const owner = await makePerson({ spec: 'northwind' });
    const { number } = await latest(owner);
    const presses = await Promise.allSettled(Array.from({ length: 12 }, () => send(owner, number)));
    const refused = presses.filter((press) => press.status === 'rejected');
    expect(refused).toHaveLength(7);
    for (const { reason } of refused)
      expect(reason).toMatchObject({ code: 'rate_limited', retryAfterS: expect.closeTo(3_600, -2) });
    expect(await mails(owner)).toHaveLength(5);
    const denied = (await audited(owner)).filter(({ outcome }) => outcome === 'denied');
    expect(denied).toHaveLength(7);
    await moveClock('61 minutes');
    await send(owner, number).finally(() => moveClock('0'));
    expect(await mails(owner)).toHaveLength(6);
  });

  test.each(['2001-000001', '', '../x', '%00', "' OR 1=1--", 'x'.repeat(500)])(
    'of an invoice %j that is not there is not found',
    async (number) => {
      const owner = await makePerson({ spec: 'acme' });
      await expect(send(owner, number)).rejects.toMatchObject({ code: 'not_found' });
      expect(await mails(owner)).toEqual([]);
    },
  );

  test("of another tenant's invoice is not found either", async () => {
    const [one, two] = [await makePerson({ spec: 'northwind' }), await makePerson({ spec: 'acme' })];
    const { id } = await latest(one);
    await behindTheWalls('UPDATE invoice SET number = $1 WHERE id = $2', ['1999-000007', id]);
    await expect(send(two, '1999-000007')).rejects.toMatchObject({ code: 'not_found' });
    expect([...(await mails(one)), ...(await mails(two))]).toEqual([]);
  });

  test.each(['member', 'agent', 'approver', 'admin', 'auditor'] as const)(
    'is not there for a %s, who sees no money',
    async (role) => {
      const person = await makePerson(role === 'member' ? { role, spec: 'northwind' } : { role });
      await expect(send(person, '2026-1')).rejects.toMatchObject({ code: 'not_found' });
      expect(await mails(person)).toEqual([]);
    },
  );
});
