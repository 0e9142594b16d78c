import type { Browser, Page } from '@playwright/test';
import { startAnotherApp } from '#e2e/fixtures/another-app.ts';
import { composer, openChat } from '#e2e/fixtures/chat-page.ts';
import { findings } from '#e2e/fixtures/findings.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { ownPage, sendRequest } from '#e2e/fixtures/send-request.ts';
import { enterAs, expect, test } from '#e2e/fixtures/signed-in-test.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { appUrl } from '#e2e/fixtures/app-url.ts';

async function desk(browser: Browser, person: Person, path: string): Promise<Page> {
  const context = await browser.newContext();
  await enterAs(context, person);
  const page = await context.newPage();
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1, name: 'What the assistant used' })).toBeVisible();
  return page;
}

test.describe.configure({ timeout: 180_000 });

test('a person sees what their own questions cost, answer by answer, and what is left', async ({
  page,
  owner,
}) => {
  await page.goto('/account/usage');
  await expect(page.getByText('Nothing yet')).toBeVisible();
  expect(await findings(page, 'no usage yet')).toEqual([]);
  await storeTurn(owner, { text: 'One', costMicroUsd: 4_100 });
  await storeTurn(owner, { text: 'Two', costMicroUsd: 1_230_000 });
  await page.reload();
  const answers = page.getByRole('list', { name: 'Answers and what they cost' }).getByRole('listitem');
  await expect(answers).toHaveCount(2);
  await expect(answers.first()).toContainText('$1.23');
  await expect(answers.last()).toContainText('$0.0041');
  await expect(page.getByRole('list', { name: 'Budgets' }).getByRole('listitem')).toHaveCount(4);
  await expect(page.getByRole('img', { name: /^Cost by day\. Most on/ })).toBeVisible();
  await page.getByText('Day by day as a table').click();
  await expect(page.getByRole('table').getByRole('row')).not.toHaveCount(1);
  expect(await findings(page, '/account/usage')).toEqual([]);
});

test('operators see everyone’s by person, customer, model and day, and take it along as a file', async ({
  browser,
  owner,
  page,
}) => {
  await storeTurn(owner, { text: 'One', costMicroUsd: 770_000 });
  const admin = await desk(browser, await makePerson({ role: 'admin' }), '/admin/usage');
  expect(await findings(admin, '/admin/usage by day')).toEqual([]);
  await admin.getByLabel('Customer', { exact: true }).selectOption({ value: owner.viewer.homeTenantId });
  await admin.getByRole('button', { name: 'Show' }).click();
  await admin.getByRole('link', { name: 'By person' }).click();
  await expect(admin.getByRole('row').filter({ hasText: 'owner' })).toContainText('$0.77');
  await expect(admin.getByRole('row').filter({ hasText: 'Together' })).toContainText('$0.77');
  expect(await findings(admin, '/admin/usage by person')).toEqual([]);
  const download = admin.waitForEvent('download');
  await admin.getByRole('link', { name: 'Download CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^usage-by-person-\d{4}-\d\d-01-\d{4}-\d\d-\d\d\.csv$/);

  const refused = await sendRequest(`${appUrl()}/api/usage/file`, { cookie: owner.cookie });
  expect(refused.status).toBe(404);
  expect((await page.goto('/admin/usage'))?.status()).toBe(404);
});

test('a customer gets a limit of its own; near its end the chat says so', async ({
  browser,
  owner,
  page,
}) => {
  const { homeTenantId } = owner.viewer;
  await storeTurn(owner, { text: 'One', costMicroUsd: 850_000 });
  const admin = await desk(
    browser,
    await makePerson({ role: 'admin' }),
    `/admin/usage?tenant=${homeTenantId}`,
  );
  const change = admin
    .getByRole('list', { name: 'Limits' })
    .getByRole('button', { name: /a day$/ })
    .first();
  await change.click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('Limit, in US dollars').fill('1,00');
  await expect(dialog.getByRole('button', { name: 'Set this limit' })).toBeDisabled();
  await dialog.getByLabel('Limit, in US dollars').fill('1.00');
  expect(await findings(admin, 'a limit to set')).toEqual([]);
  await dialog.getByRole('button', { name: 'Set this limit' }).click();
  await expect(dialog).toBeHidden();

  await openChat(page);
  await expect(page.getByRole('status').filter({ hasText: 'is used. It begins anew' })).toContainText(
    '85% of your organisation’s allowance for today',
  );
});

test(
  'where what is left does not cover another question the chat says so, and keeps the draft',
  { tag: '@once' },
  async ({ browser, owner }) => {
    // A token costs a micro-dollar here: the most a question may cost is a quarter of a dollar.
    const app = await startAnotherApp({
      OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
      OPENAI_API_KEY: 'key-of-a-provider-under-test',
      OPENAI_MODEL: 'model-with-a-price',
      MODEL_PRICE: '1,1,1',
    });
    await storeTurn(owner, { text: 'One', costMicroUsd: 4_900_000 });
    const context = await browser.newContext({ baseURL: app.url });
    await enterAs(context, owner, app.url);
    const page = await context.newPage();
    await page.goto('/');
    const over = page.getByRole('alert').filter({ hasText: 'nearly used up' });
    await expect(over).toContainText('Your allowance for today');
    await composer(page).fill('And what about March?');
    await expect(page.getByRole('button', { name: 'Send' })).toBeDisabled();
    expect(await findings(page, 'a used-up allowance')).toEqual([]);
    await page.reload();
    await expect(composer(page)).toHaveValue('And what about March?');

    const sent = await sendRequest(`${app.url}/api/chat`, {
      method: 'POST',
      cookie: owner.cookie,
      headers: ownPage(app.url),
      body: JSON.stringify({ text: 'And now?', idempotencyKey: crypto.randomUUID() }),
    });
    expect(sent.status).toBe(429);
    await app.stop();
  },
);
