import { afterAll, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { closeDatabases, withViewer } from '../db.ts';
import { listMail } from './list-mail.ts';
import type { MailFacts } from './policy.ts';
import { queueMail } from './queue-mail.ts';
import { writeMail } from './write-mail.ts';

afterAll(closeDatabases);

const facts: MailFacts['contact_change_notice'] = { newEmail: 'new@northwind.test', on: '2 December 2026' };
const notice = ({ viewer }: Person, to: string, more: Partial<typeof facts> = {}) =>
  withViewer(viewer, (tx) =>
    queueMail(viewer, tx, { to, template: 'contact_change_notice', facts: { ...facts, ...more } }),
  );
const rows = (person: Person) =>
  behindTheWalls<{ recipient: string; subject: string; body: string }>(
    'SELECT recipient, subject, body FROM outbox_mail WHERE person_id = $1 ORDER BY created_at',
    [person.viewer.personId],
  );

describe('a mail', () => {
  test('is written with the transaction', async () => {
    const person = await makePerson();
    await notice(person, 'old@northwind.test');
    const [row] = await rows(person);
    expect(row?.recipient).toBe('old@northwind.test');
    for (const part of ['new@northwind.test', '2 December 2026', 'sign in at'])
      expect(row?.body).toContain(part);
  });

  test('or not at all', async () => {
    const person = await makePerson();
    const { viewer } = person;
    const failing = withViewer(viewer, async (tx) => {
      await queueMail(viewer, tx, { to: 'old@northwind.test', template: 'contact_change_notice', facts });
      throw new Error('the change was refused');
    });
    await expect(failing).rejects.toThrow('the change was refused');
    expect(await rows(person)).toEqual([]);
  });

  test.each([
    'a@b.test,c@d.test',
    'a@b.test;c@d.test',
    'a@b.test c@d.test',
    'a@b.test\r\nBcc: c@d.test',
    'A <a@b.test>',
    '"a b"@c.test',
    'a@b@c.test',
    'a@b.test\u0000',
    'ä@b.test',
    '@b.test',
    'a@',
    '',
    `${'a'.repeat(250)}@b.test`,
  ])('to %j is refused, by the code and by the database', async (to) => {
    const person = await makePerson();
    await expect(notice(person, to)).rejects.toThrow(RangeError);
    const forced = withViewer(person.viewer, (tx) =>
      tx.outboxMail.createMany({
        data: [
          {
            id: crypto.randomUUID(),
            tenantId: person.viewer.homeTenantId,
            recipient: to,
            template: 't',
            subject: 's',
            body: 'b',
          },
        ],
      }),
    );
    await expect(forced).rejects.toMatchObject({ name: expect.stringMatching(/Prisma|DriverAdapter/) });
  });

  test('of a tenant is not seen from another, nor by a colleague', async () => {
    const [one, two] = [await makePerson(), await makePerson()];
    await notice(one, 'old@northwind.test');
    const seen = (person: Person) => withViewer(person.viewer, (tx) => listMail(person.viewer, tx));
    expect(await seen(one)).toHaveLength(1);
    expect(await seen(two)).toEqual([]);
    const posing = await withViewer(two.viewer, (tx) => listMail(one.viewer, tx));
    expect(posing).toEqual([]);
  });

  test('cannot be written into another tenant', async () => {
    const [one, two] = [await makePerson(), await makePerson()];
    const foreign = withViewer(one.viewer, (tx) =>
      queueMail({ ...one.viewer, homeTenantId: two.viewer.homeTenantId }, tx, {
        to: 'old@northwind.test',
        template: 'contact_change_notice',
        facts,
      }),
    );
    await expect(foreign).rejects.toMatchObject({ name: expect.stringMatching(/Prisma|DriverAdapter/) });
  });
});

describe('whatever a fact holds', () => {
  const hostile =
    'x\r\nBcc: evil@attacker.test\r\n\r\nHello\u2028there \u202everif\u200by https://evil.test/a?b www.evil.test';

  test('it stays inside its own line of the text', () => {
    const plain = writeMail('contact_change_notice', facts).body.split('\n').length;
    const { subject, body } = writeMail('contact_change_notice', { ...facts, newEmail: hostile });
    expect(body.split('\n')).toHaveLength(plain);
    expect(body).not.toMatch(/[\r\u2028\u202e\u200b]/);
    expect(subject).not.toMatch(/\p{Cc}/u);
  });

  test('it is no header, also in a subject', () => {
    const { subject } = writeMail('receipt', { number: hostile, issuedOn: '', lines: [], totals: [] });
    expect(subject).not.toMatch(/\p{Cc}/u);
    expect(subject.length).toBeLessThanOrEqual(200);
  });

  test("no link but the app's own is left in it", () => {
    const { body } = writeMail('receipt', {
      number: '2026-1',
      issuedOn: '1 November 2026',
      lines: [{ text: hostile, amount: '1' }],
      totals: [],
    });
    const links = body.match(/\S+:\/\/\S+|www\.\S+/g);
    expect(links).toEqual(['http://localhost:3000/invoices/2026-1']);
  });

  test('a receipt of a thousand long lines fits', () => {
    const lines = Array.from({ length: 1_000 }, () => ({ text: 'Seat '.repeat(100), amount: '1' }));
    const { body } = writeMail('receipt', { number: '1', issuedOn: '', lines, totals: [] });
    expect(body.length).toBeLessThan(20_000);
    expect(body).toContain('… and 900 more');
  });
});
