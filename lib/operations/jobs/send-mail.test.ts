import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { type MailServer, startMailServer } from '#e2e/fixtures/mail-server.ts';
import { makePerson } from '#e2e/fixtures/make-person.ts';
import { closeDatabases, withViewer } from '#lib/kernel/db.ts';
import { queueMail } from '#lib/kernel/mail/queue-mail.ts';
import { sendMail } from './send-mail.ts';

let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
});
afterEach(async () => {
  await moveClock('0');
  await behindTheWalls('DELETE FROM outbox_mail');
});
afterAll(async () => {
  await server.close();
  await closeDatabases();
});

/** Writes mails to fresh addresses, and returns these. */
async function queue(count: number, number = '2026-117'): Promise<string[]> {
  const { viewer } = await makePerson();
  const addresses = Array.from({ length: count }, () => `to-${crypto.randomUUID()}@tests.test`);
  await withViewer(viewer, async (tx) => {
    for (const to of addresses)
      await queueMail(viewer, tx, {
        to,
        template: 'receipt',
        facts: { number, issuedOn: '1 November 2026', lines: [], totals: [] },
      });
  });
  return addresses;
}
const outbox = () =>
  behindTheWalls<{ sent: boolean; attempts: number; last_error: string | null }>(
    'SELECT sent_at IS NOT NULL AS sent, attempts, last_error FROM outbox_mail ORDER BY id',
  );
const receivedBy = (address: string) => server.received.filter(({ to }) => to.includes(address));

describe('a mail in the outbox', () => {
  test('reaches its recipient once, and no other', async () => {
    const [to = ''] = await queue(1);
    expect(await sendMail()).toBe(1);
    expect(await sendMail()).toBe(0);
    const [mail, ...more] = receivedBy(to);
    expect(more).toEqual([]);
    expect(mail?.to).toEqual([to]);
    expect(mail?.from).toBe('no-reply@localhost');
    expect(mail?.raw).toMatch(/^Subject: Invoice 2026-117\r$/m);
    expect(await outbox()).toEqual([{ sent: true, attempts: 1, last_error: null }]);
  });

  test('is sent once also where several workers run at the same time', async () => {
    server.slowDown(30);
    const addresses = await queue(8);
    const sent = await Promise.all([sendMail(), sendMail(), sendMail()]);
    server.slowDown(0);
    // Those that found every row taken leave; whoever holds one goes on.
    await sendMail();
    expect(sent.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
    for (const address of addresses) expect(receivedBy(address)).toHaveLength(1);
  });

  test('that the server refuses is tried again later each time, and given up after eight', async () => {
    const [to = ''] = await queue(1);
    server.refuse(100);
    await sendMail();
    await sendMail();
    expect(await outbox()).toMatchObject([{ sent: false, attempts: 1 }]);
    for (const minutes of [2, 4, 8, 16, 32, 64, 128, 300]) {
      await moveClock(`${minutes} minutes`);
      await sendMail();
    }
    server.refuse(0);
    await moveClock('9 days');
    expect(await sendMail()).toBe(0);
    expect(receivedBy(to)).toEqual([]);
    expect(await outbox()).toMatchObject([{ sent: false, attempts: 8 }]);
  });

  test('that was refused once does not keep the others waiting', async () => {
    const [first = '', second = ''] = await queue(2);
    server.refuse(1);
    expect(await sendMail()).toBe(1);
    await moveClock('2 minutes');
    expect(await sendMail()).toBe(1);
    expect([receivedBy(first).length, receivedBy(second).length]).toEqual([1, 1]);
  });

  test('stays as it is while the server is down, and is sent when it is back', async () => {
    const port = Number(new URL(server.url).port);
    await server.close();
    const [to = ''] = await queue(1);
    for (let run = 0; run < 10; run += 1) expect(await sendMail()).toBe(0);
    expect(await outbox()).toMatchObject([{ sent: false, attempts: 0 }]);
    const [error] = (await outbox()).map((row) => row.last_error);
    expect(error).toMatch(/^E[A-Z]+$/);
    server = await startMailServer(port);
    expect(await sendMail()).toBe(1);
    expect(receivedBy(to)).toHaveLength(1);
  });
});

test('a line break in a fact adds no header and no recipient', async () => {
  const [to = ''] = await queue(1, '1\r\nBcc: evil@attacker.test\r\n\r\nHello');
  await sendMail();
  const [mail] = receivedBy(to);
  expect(mail?.to).toEqual([to]);
  const head = mail?.raw.split('\r\n\r\n')[0] ?? '';
  expect(head).toContain('Subject: Invoice 1 Bcc: evil@attacker.test Hello');
  const names = head.match(/^[\w-]+(?=:)/gm)?.map((name) => name.toLowerCase());
  expect(names?.toSorted()).toEqual([
    'auto-submitted',
    'content-transfer-encoding',
    'content-type',
    'date',
    'from',
    'message-id',
    'mime-version',
    'subject',
    'to',
  ]);
});

test('one forced past every check still goes to nobody else', async () => {
  const [to = ''] = await queue(1);
  await behindTheWalls(
    'ALTER TABLE outbox_mail DROP CONSTRAINT outbox_mail_plain, DROP CONSTRAINT outbox_mail_recipient',
  );
  try {
    await behindTheWalls('UPDATE outbox_mail SET subject = $1, recipient = $2', [
      'Hi\r\nBcc: evil@attacker.test',
      `${to},evil@attacker.test`,
    ]);
    await sendMail();
    expect(receivedBy('evil@attacker.test')).toEqual([]);
    for (const { raw } of server.received) expect(raw).not.toMatch(/^Bcc:/m);
  } finally {
    await behindTheWalls('DELETE FROM outbox_mail');
    await behindTheWalls(
      `ALTER TABLE outbox_mail ADD CONSTRAINT outbox_mail_plain CHECK (concat(recipient, template, subject) !~ '[[:cntrl:]]'),
         ADD CONSTRAINT outbox_mail_recipient CHECK (recipient ~ '^[!-~]+@[!-~]+$')`,
    );
  }
});
