import type { Page } from '@playwright/test';
import { startAnotherApp } from '#e2e/fixtures/another-app.ts';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { readLedger } from '#e2e/fixtures/read-ledger.ts';
import { enterAs, expect, test } from '#e2e/fixtures/signed-in-test.ts';
import { formatMoney } from '#lib/contract/money.ts';

async function openLatest(page: Page, { viewer }: Person) {
  const [latest] = await readLedger(viewer, (reader) => reader.listInvoices({ limit: 1 }));
  if (!latest) throw new Error('there is no invoice');
  await page.goto(`/invoices/${latest.number}`);
  return latest;
}
const button = (page: Page) => page.getByRole('button', { name: 'E-mail me this receipt' });
const press = async (page: Page, words: RegExp | string) => {
  await button(page).click();
  await expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();
};
const mails = ({ viewer }: Person) =>
  behindTheWalls<{ recipient: string; template: string }>(
    'SELECT recipient, template FROM outbox_mail WHERE tenant_id = $1',
    [viewer.homeTenantId],
  );

test(
  'a receipt goes to one’s own address by a press, and the demonstration’s outbox shows it',
  { tag: '@once' },
  async ({ page, owner }) => {
    const { number, total } = await openLatest(page, owner);
    await press(page, `On its way to ${owner.email}.`);
    expect(await mails(owner)).toEqual([{ recipient: owner.email, template: 'receipt' }]);

    await page.getByRole('button', { name: /^Account:/ }).click();
    await page.getByRole('menuitem', { name: 'Outbox of the demonstration' }).click();
    await expect(page.getByText('No mail server is set')).toBeVisible();
    const mail = page.getByRole('main').getByRole('listitem').filter({ hasText: number });
    await expect(mail).toContainText(owner.email);
    await expect(mail).toContainText('Waiting');
    await mail.getByText(`Invoice ${number}`, { exact: true }).click();
    await expect(mail).toContainText(`Total: ${formatMoney(total, 'en-IE')}`);
  },
);

test(
  'the sixth within an hour is told when, and nothing more is sent',
  { tag: '@once' },
  async ({ page, owner }) => {
    await openLatest(page, owner);
    for (let sent = 1; sent <= 5; sent += 1) {
      const answered = page.waitForResponse((response) => response.url().endsWith('/receipt'));
      await press(page, owner.email);
      expect((await answered).status()).toBe(202);
    }
    await press(page, /You can send the next one in (59|60) minutes\./);
    expect(await mails(owner)).toHaveLength(5);
  },
);

test(
  'without a connection the page says so, and the button is there again',
  { tag: '@once' },
  async ({ page, owner }) => {
    await openLatest(page, owner);
    await page.route('**/receipt', (route) => route.abort());
    await press(page, 'could not reach the server');
    await page.unroute('**/receipt');
    await press(page, owner.email);
  },
);

test('on paper there is no button', { tag: '@once' }, async ({ page, owner }) => {
  await openLatest(page, owner);
  await expect(button(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(button(page)).toBeHidden();
});

test(
  'the outbox shows text as text, newest first, and nobody else’s mail',
  { tag: '@once' },
  async ({ page, owner }) => {
    const colleague = await makePerson({ spec: 'northwind' });
    const hostile = '<img src=x onerror="document.title=\'run\'"><b>bold</b> [link](javascript:alert(1))';
    const put = ({ viewer }: Person, subject: string, minutesAgo: number) =>
      behindTheWalls(
        `INSERT INTO outbox_mail (id, tenant_id, person_id, recipient, template, subject, body, created_at)
       VALUES (gen_random_uuid(), $1, $2, 'me@northwind.test', 't', $3, $4, cs.now() - make_interval(mins => $5::int))`,
        [viewer.homeTenantId, viewer.personId, subject, hostile, minutesAgo],
      );
    await put(owner, 'The older one', 9);
    await put(owner, '<i>The newer one</i>', 3);
    await put(colleague, 'Of somebody else', 1);
    await page.goto('/outbox');
    const rows = page.getByRole('main').getByRole('listitem');
    await expect(rows).toHaveCount(2);
    await expect(rows.nth(0)).toContainText('<i>The newer one</i>');
    await expect(rows.nth(1)).toContainText('The older one');
    await rows.nth(0).getByText('The newer one').click();
    await expect(rows.nth(0)).toContainText(hostile);
    for (const tag of ['img', 'b', 'i', 'a']) await expect(rows.nth(0).locator(tag)).toHaveCount(0);
    await expect(page).not.toHaveTitle('run');
  },
);

test(
  'outside a demonstration there is no outbox, neither in the menu nor as a page',
  { tag: '@once' },
  async ({ page, context, owner }) => {
    const app = await startAnotherApp({ DEMO: '' });
    await enterAs(context, owner, app.url);
    await page.goto(`${app.url}/outbox`);
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Outbox' })).toHaveCount(0);
    await page.goto(`${app.url}/plan`);
    await page.getByRole('button', { name: /^Account:/ }).click();
    await expect(page.getByRole('menuitem', { name: 'Security' })).toBeVisible();
    await expect(page.getByRole('menuitem', { name: /Outbox/ })).toHaveCount(0);
    await app.stop();
  },
);
