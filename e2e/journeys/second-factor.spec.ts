import type { Locator, Page } from '@playwright/test';
import { startAnotherApp } from '#e2e/fixtures/another-app.ts';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { stepNow } from '#e2e/fixtures/second-factor.ts';
import { sendRequest } from '#e2e/fixtures/send-request.ts';
import { enterAs, expect, test } from '#e2e/fixtures/signed-in-test.ts';
import { codeAt } from '#lib/stages/identity/second-factor/time-code.ts';

const begin = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Set up a second factor' }).click();
const codes = (page: Page): Locator =>
  page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');

/** The key that the page shows, as an authenticator takes it. */
async function shownKey(page: Page): Promise<string> {
  const groups = await page.getByLabel('Key for your app').innerText();
  const key = groups.replaceAll(/\s/g, '');
  await expect(page.getByRole('link', { name: 'Open my app' })).toHaveAttribute(
    'href',
    new RegExp(`secret=${key}`),
  );
  await expect(page.getByRole('img', { name: 'Code to scan' })).toBeVisible();
  return key;
}

async function confirm(page: Page, code: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Six digits' }).fill(code);
  await page.getByRole('button', { name: 'Confirm' }).click();
}

const subjects = ({ email }: Person) =>
  behindTheWalls<{ subject: string }>('SELECT subject FROM outbox_mail WHERE recipient = $1', [email]);

test(
  'a person sets up a second factor with an authenticator, keeps the recovery codes, and removes it with one of them',
  { tag: '@once' },
  async ({ page, owner }) => {
    await page.goto('/account/security');
    await begin(page);
    const key = await shownKey(page);
    await confirm(page, 'nothing');
    await expect(page.locator('[data-trouble="wrong-code"]')).toBeVisible();
    await confirm(page, codeAt(key, await stepNow()));
    await expect(codes(page)).toHaveCount(10);
    const recovery = await codes(page).first().innerText();

    await page.reload();
    await expect(page.getByText('Your second factor is set up')).toBeVisible();
    await expect(page.getByText('10 recovery codes left')).toBeVisible();
    await expect(codes(page)).toHaveCount(0);
    expect(await page.content()).not.toContain(key);
    expect(await subjects(owner)).toEqual([{ subject: 'A second factor was added' }]);

    await page.getByText('Remove it').click();
    await page.getByRole('textbox', { name: /recovery code/ }).fill(recovery.toLowerCase());
    await page.getByRole('button', { name: 'Remove the second factor' }).click();
    await expect(page.getByRole('button', { name: 'Set up a second factor' })).toBeVisible();
  },
);

test(
  'staff find it in the account menu, and in a demonstration the page fills in the code',
  { tag: '@once' },
  async ({ page, context }) => {
    await enterAs(context, await makePerson({ role: 'approver' }));
    await page.goto('/');
    await page.getByRole('button', { name: /^Account:/ }).click();
    await page.getByRole('menuitem', { name: 'Security' }).click();
    await expect(page).toHaveURL(/\/account\/security$/);
    await begin(page);
    await page.getByRole('button', { name: 'Demonstration: fill in the code' }).click();
    await expect(page.getByRole('textbox', { name: 'Six digits' })).toHaveValue(/^\d{6}$/);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await expect(codes(page)).toHaveCount(10);
  },
);

test(
  'the key and the recovery codes are in no line of the log, and outside a demonstration no address tells a code',
  { tag: '@once' },
  async ({ page, context, owner }) => {
    const app = await startAnotherApp({ DEMO: '', LOG_LEVEL: 'debug' });
    await enterAs(context, owner, app.url);
    await page.goto(`${app.url}/account/security`);
    await begin(page);
    const key = await shownKey(page);
    await expect(page.getByRole('button', { name: /^Demonstration/ })).toHaveCount(0);
    await confirm(page, 'nothing');
    await expect(page.locator('[data-trouble="wrong-code"]')).toBeVisible();
    await confirm(page, codeAt(key, await stepNow()));
    await expect(codes(page)).toHaveCount(10);
    const recovery = await codes(page).allInnerTexts();
    const told = await sendRequest(`${app.url}/api/me/factor/demo-code`, { cookie: owner.cookie });
    expect(told.status).toBe(404);
    await app.stop();
    expect(app.log(), 'control: the log did say something').toContain('request.refused');
    for (const secret of [key, ...recovery]) expect(app.log()).not.toContain(secret);
  },
);
