import { randomBytes } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { startAnotherApp } from '#e2e/fixtures/another-app.ts';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { findings } from '#e2e/fixtures/findings.ts';
import { makePerson } from '#e2e/fixtures/make-person.ts';
import { sendRequest } from '#e2e/fixtures/send-request.ts';
import { enterAs, expect, test } from '#e2e/fixtures/signed-in-test.ts';

async function desk(browser: Browser, role: 'admin' | 'auditor'): Promise<Page> {
  const context = await browser.newContext();
  await enterAs(context, await makePerson({ role }));
  const page = await context.newPage();
  await page.goto('/admin/switches');
  await expect(page.getByRole('heading', { level: 1, name: 'Switches' })).toBeVisible();
  return page;
}

/** A network of documentation that no other test is about. */
const someRange = () => `2001:db8:${randomBytes(2).toString('hex').replace(/^0+/, '1')}::/48`;

test.describe.configure({ timeout: 180_000 });

test('a customer is paused in two steps, with a reason, and resumed likewise; auditors look on', async ({
  browser,
  owner,
}) => {
  const admin = await desk(browser, 'admin');
  const reason = `Trouble ${randomBytes(3).toString('hex')}`;
  await admin.getByRole('button', { name: 'Pause a part' }).click();
  const dialog = admin.getByRole('dialog', { name: 'Pause' });
  await dialog.getByLabel('Which').selectOption({ value: owner.viewer.homeTenantId });
  await expect(dialog.getByRole('button', { name: 'Go on' })).toBeDisabled();
  await dialog.getByLabel('Why').fill(reason);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(dialog.getByRole('status')).toContainText('Nobody of this customer gets an answer');
  expect(await findings(admin, 'a pause to confirm')).toEqual([]);
  await dialog.getByRole('button', { name: 'Pause now' }).click();
  await expect(dialog).toBeHidden();

  const auditor = await desk(browser, 'auditor');
  const seen = auditor
    .getByRole('list', { name: 'Switches' })
    .getByRole('listitem')
    .filter({ hasText: reason });
  await expect(seen).toContainText('Paused');
  await expect(seen).toContainText('by a colleague');
  await expect(auditor.getByRole('main').getByRole('button')).toHaveCount(0);

  const row = admin.getByRole('list', { name: 'Switches' }).getByRole('listitem').filter({ hasText: reason });
  await expect(row).toContainText('by you');
  await row.getByRole('button', { name: /^Resume the customer/ }).click();
  const resume = admin.getByRole('dialog', { name: /^Resume the customer/ });
  await resume.getByLabel('Why').fill(`${reason} is over`);
  await resume.getByRole('button', { name: 'Go on' }).click();
  await expect(resume.getByRole('status')).toContainText(`it was paused for “${reason}”`);
  await resume.getByRole('button', { name: 'Resume now' }).click();
  await expect(resume).toBeHidden();
  await expect(
    admin
      .getByRole('list', { name: 'Switches' })
      .getByRole('listitem')
      .filter({ hasText: `${reason} is over` }),
  ).toContainText('Runs again');
});

test('a rule about addresses is shown before it is made; one that keeps out its author is not made', async ({
  browser,
}) => {
  const admin = await desk(browser, 'admin');
  await admin.getByRole('button', { name: 'Add a rule' }).click();
  const dialog = admin.getByRole('dialog', { name: 'Add a rule' });
  const show = dialog.getByRole('button', { name: 'Show what it does' });
  await dialog.getByLabel('Range').fill('127.0.0.0/8');
  await dialog.getByLabel('Why').fill('Everybody on this machine');
  await show.click();
  await expect(dialog.getByRole('status')).toContainText('That would keep out 127.0.0.1');
  await expect(dialog.getByRole('button', { name: 'Do it now' })).toBeDisabled();
  expect(await findings(admin, 'a rule that locks out')).toEqual([]);
  await dialog.getByLabel('Range').fill('127.0.0.1/8');
  await show.click();
  await expect(dialog.getByRole('alert')).toContainText('bits beyond its prefix');

  const range = someRange();
  await dialog.getByLabel('Range').fill(range);
  await expect(async () => {
    await dialog.getByRole('button', { name: /^(Show what it does|Do it now)$/ }).click();
    await expect(dialog).toBeHidden({ timeout: 2_000 });
  }).toPass();
  const row = admin
    .getByRole('list', { name: 'Address rules' })
    .getByRole('listitem')
    .filter({ hasText: range });
  await expect(row).toContainText('Kept out');
  expect(await findings(admin, '/admin/switches')).toEqual([]);
  await row.getByRole('button', { name: `Take away the rule for ${range}` }).click();
  const removal = admin.getByRole('dialog', { name: `Take away the rule for ${range}` });
  await expect(async () => {
    await removal.getByRole('button', { name: /^(Show what is left|Take it away)$/ }).click();
    await expect(removal).toBeHidden({ timeout: 2_000 });
  }).toPass();
  await expect(row).toHaveCount(0);
});

test(
  'whoever is kept out sees no page, with or without its frame, and the page is nobody’s but operators’',
  { tag: '@once' },
  async ({ owner, page }) => {
    expect((await page.goto('/admin/switches'))?.status()).toBe(404);
    const app = await startAnotherApp({ TRUSTED_PROXY_HOPS: '1' });
    const range = someRange();
    const inside = range.replace('::/48', '::7');
    await behindTheWalls(
      `INSERT INTO address_rule (id, action, range) VALUES (gen_random_uuid(), 'deny', $1::inet)`,
      [range],
    );
    const get = (path: string, address: string, headers: Record<string, string> = {}) =>
      sendRequest(`${app.url}${path}`, {
        cookie: owner.cookie,
        headers: { 'x-forwarded-for': address, ...headers },
      });
    const elsewhere = await get('/invoices', '192.0.2.1');
    expect(elsewhere.status).toBe(200);
    const marker = /\d{4}-\d{3}/.exec(elsewhere.text)?.[0] ?? 'no invoice';
    for (const path of ['/invoices', '/', '/account/privacy', '/sign-in', '/about']) {
      const { text } = await get(path, inside);
      expect(text).toContain('Not from this network');
      expect(text).not.toContain(marker);
    }
    const bare = await get('/invoices', inside, { rsc: '1', 'next-router-prefetch': '0' });
    expect(bare.text).not.toContain(marker);
    await behindTheWalls('DELETE FROM address_rule WHERE range = $1::inet', [range]);
    await app.stop();
  },
);
