import type { Browser, Page } from '@playwright/test';
import { appUrl } from '#e2e/fixtures/app-url.ts';
import { startAnotherApp } from '#e2e/fixtures/another-app.ts';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { openChat } from '#e2e/fixtures/chat-page.ts';
import { findings } from '#e2e/fixtures/findings.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { sendRequest } from '#e2e/fixtures/send-request.ts';
import { enterAs, expect, test } from '#e2e/fixtures/signed-in-test.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';

const TOKEN = 'tick-token-of-this-test-7f2c9e41d6';
const REASON = 'A dispute about the invoice of March';

async function desk(browser: Browser, role: 'admin' | 'auditor', url = appUrl()): Promise<Page> {
  const context = await browser.newContext({ baseURL: url });
  await enterAs(context, await makePerson({ role }), url);
  const page = await context.newPage();
  await page.goto('/admin/retention');
  await expect(page.getByRole('heading', { level: 1, name: 'Retention' })).toBeVisible();
  return page;
}

/** As if so long had passed for this conversation alone: the clock is everybody's here. */
async function age(conversationId: string, by: string): Promise<void> {
  await behindTheWalls(
    `UPDATE conversation SET updated_at = updated_at - $2::interval, expires_at = expires_at - $2::interval WHERE id = $1`,
    [conversationId, by],
  );
}
const left = async (conversationId: string) =>
  (await behindTheWalls('SELECT 1 FROM message WHERE conversation_id = $1', [conversationId])).length;

async function setHold(page: Page, person: Person): Promise<void> {
  await page.getByRole('button', { name: 'Set a hold' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set a legal hold' });
  await dialog.getByLabel('Customer').selectOption({ value: person.viewer.homeTenantId });
  await dialog.getByLabel('E-mail address of one person').fill(person.email);
  await dialog.getByLabel('Reason').fill(REASON);
  await dialog.getByRole('button', { name: 'Set the hold' }).click();
  await expect(dialog).toBeHidden();
}
const rowOf = (page: Page, person: Person) =>
  page.getByRole('list', { name: 'Legal holds' }).getByRole('listitem').filter({ hasText: person.email });
async function step(page: Page, person: Person, label: string): Promise<void> {
  await rowOf(page, person)
    .getByRole('button', { name: `${label}: ${person.email}`, exact: true })
    .click();
  await page.getByRole('alertdialog').getByRole('button', { name: label, exact: true }).click();
  await expect(page.getByRole('alertdialog')).toBeHidden();
}

test(
  'a hold takes two administrators to set and two to release; auditors see it without its reason',
  { tag: '@once' },
  async ({ browser }) => {
    const held = await makePerson({ spec: 'acme' });
    const first = await desk(browser, 'admin');
    await setHold(first, held);
    await expect(rowOf(first, held)).toContainText('Waits for a second person');
    await expect(rowOf(first, held)).toContainText(REASON);
    await expect(rowOf(first, held).getByRole('button', { name: /^Confirm/ })).toHaveCount(0);
    expect(await findings(first, 'a hold that waits')).toEqual([]);

    const second = await desk(browser, 'admin');
    await step(second, held, 'Confirm');
    await expect(rowOf(second, held)).toContainText('In force');
    const auditor = await desk(browser, 'auditor');
    await expect(rowOf(auditor, held)).toContainText('In force');
    await expect(auditor.getByText(REASON)).toHaveCount(0);
    await expect(auditor.getByRole('button', { name: /hold|release|period/i })).toHaveCount(0);

    await step(second, held, 'Ask for release');
    await expect(rowOf(second, held).getByRole('button', { name: /^Release/ })).toHaveCount(0);
    await first.reload();
    await step(first, held, 'Release');
    await expect(rowOf(first, held)).toContainText('Released');
  },
);

test(
  'a customer’s own period is shown beside their composer, after a count of what goes and a yes',
  { tag: '@once' },
  async ({ browser, page, owner }) => {
    const old = await storeTurn(owner, { text: 'Long ago' });
    await age(old.conversationId, '10 days');
    const admin = await desk(browser, 'admin');
    await admin.getByRole('button', { name: 'Set a period' }).click();
    const dialog = admin.getByRole('dialog', { name: 'Set a customer’s period' });
    await dialog.getByLabel('Customer').selectOption({ value: owner.viewer.homeTenantId });
    await dialog.getByLabel('Kept for, in days').fill('400');
    await expect(dialog.getByRole('button', { name: 'Count what goes' })).toBeDisabled();
    await dialog.getByLabel('Kept for, in days').fill('7');
    await dialog.getByRole('button', { name: 'Count what goes' }).click();
    await expect(dialog.getByRole('status')).toContainText(
      'This will remove 1 conversation with the next run',
    );
    expect(await findings(admin, 'a period to confirm')).toEqual([]);
    await dialog.getByRole('button', { name: 'Set this period' }).click();
    await expect(dialog).toBeHidden();
    await expect(
      admin
        .getByRole('list', { name: 'Customers’ own periods' })
        .getByRole('listitem')
        .filter({ hasText: '7 days' })
        .first(),
    ).toBeVisible();
    await openChat(page);
    await expect(page.getByText(/7 days/).first()).toBeVisible();
  },
);

test(
  'without a worker the verifier raises an alert; a tick removes what is 91 days old but what is on hold, and it is silent',
  { tag: '@once' },
  async ({ browser }) => {
    test.setTimeout(300_000);
    const [held, other] = [await makePerson({ spec: 'acme' }), await makePerson({ spec: 'acme' })];
    const [kept, gone] = [await storeTurn(held, { text: 'Held' }), await storeTurn(other, { text: 'Old' })];
    const setter = await desk(browser, 'admin');
    await setHold(setter, held);
    const confirmer = await desk(browser, 'admin');
    await step(confirmer, held, 'Confirm');
    for (const { conversationId } of [kept, gone]) await age(conversationId, '91 days');

    // As after an hour in which nobody looked. The process that starts now has no worker.
    await behindTheWalls('DELETE FROM retention_check');
    const alone = await startAnotherApp({ WORKER: 'separate', JOBS_TOKEN: TOKEN });
    const page = await desk(browser, 'admin', alone.url);
    const alerts = page.getByRole('list', { name: 'Open alerts' });
    await expect(async () => {
      await page.reload();
      await expect(alerts).toContainText('Conversations: Older than promised, and still there', {
        timeout: 2_000,
      });
    }).toPass({ timeout: 120_000 });
    expect(await findings(page, 'an alert')).toEqual([]);

    const tick = (authorization?: string) =>
      sendRequest(`${alone.url}/api/jobs/tick`, {
        method: 'POST',
        headers: authorization === undefined ? {} : { authorization },
      });
    expect((await tick()).status).toBe(404);
    expect((await tick(`Bearer ${TOKEN}x`)).status).toBe(404);
    expect(
      (
        await sendRequest(`${appUrl()}/api/jobs/tick`, {
          method: 'POST',
          headers: { authorization: `Bearer ${TOKEN}` },
        })
      ).status,
    ).toBe(404);
    const ticked = await tick(`Bearer ${TOKEN}`);
    expect(ticked.status).toBe(200);
    expect(JSON.parse(ticked.text)).toMatchObject({ failed: [] });
    expect(ticked.text).toContain('retention.purge');
    expect(await left(gone.conversationId)).toBe(0);
    expect(await left(kept.conversationId)).toBe(2);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Retention' })).toBeVisible();
    await expect(alerts).toHaveCount(0);
    await expect(page.getByText('on legal hold stay').first()).toBeVisible();
    await alone.stop();
  },
);

test('the page reads well in every light, unfolded too, and is nobody else’s', async ({
  browser,
  page,
  owner,
}) => {
  const admin = await desk(browser, 'admin');
  const category = admin.getByRole('list', { name: 'Categories' }).getByRole('listitem').first();
  await expect(category).toContainText('90 days');
  await category.getByText('Conversations', { exact: true }).click();
  await expect(category).toContainText('Performance of the contract');
  expect(await findings(admin, '/admin/retention')).toEqual([]);
  expect(owner.viewer.role).toBe('owner');
  const answer = await page.goto('/admin/retention');
  expect(answer?.status()).toBe(404);
});
