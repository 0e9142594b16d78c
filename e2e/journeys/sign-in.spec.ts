import { DEMO_ACCOUNTS } from '#lib/stages/identity/demo-accounts.ts';
import { makePerson as makeBarePerson } from '#scripts/test/make-person.ts';
import { composer } from '#e2e/fixtures/chat-page.ts';
import { expect, test } from '#e2e/fixtures/signed-in-test.ts';

test('one click steps in as the first demonstration account', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByRole('button', { name: "Continue as Northwind's owner" }).click();
  await expect(composer(page)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hello, Northwind Studio.');
});

test(
  'every demonstration account is offered, and one leads where it was wanted',
  { tag: '@once' },
  async ({ page }) => {
    await page.goto('/usage');
    await expect(page).toHaveURL('/sign-in?next=%2Fusage');
    await page.getByText('More accounts to look around with').click();
    const others = page.getByRole('listitem').getByRole('button');
    await expect(others).toHaveCount(DEMO_ACCOUNTS.length - 1);
    await others.filter({ hasText: "Acme's member" }).click();
    await expect(page.getByRole('heading', { name: 'Usage', level: 1 })).toBeVisible();
  },
);

test(
  'e-mail and password sign in; whatever is wrong, the page says one thing',
  { tag: '@once' },
  async ({ page }) => {
    const { email, password } = await makeBarePerson({ role: 'agent', password: true });
    await page.goto('/sign-in');
    const form = page.locator('form');
    const sentences: string[] = [];
    for (const [wrongEmail, wrongPassword] of [
      [email, 'not-the-one'],
      ['nobody@tests.test', password],
    ] as const) {
      await form.getByLabel('E-mail').fill(wrongEmail);
      await form.getByLabel('Password').fill(wrongPassword);
      await form.getByRole('button', { name: 'Sign in' }).click();
      const alert = form.getByRole('alert');
      await expect(alert).toBeVisible();
      sentences.push(await alert.innerText());
      await expect(form.getByLabel('Password')).toHaveValue('');
    }
    expect(new Set(sentences).size).toBe(1);
    await form.getByLabel('E-mail').fill(email);
    await form.getByLabel('Password').fill(password);
    await form.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { name: 'Support agent' })).toBeVisible();
  },
);

test('after sign-in one lands on our own pages only', { tag: '@once' }, async ({ page }) => {
  await page.goto('/sign-in?next=//evil.test/x');
  await page.getByRole('button', { name: "Continue as Northwind's owner" }).click();
  await expect(composer(page)).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/');
});

test(
  'signing out ends the session for good, also a copy of its cookie',
  { tag: '@once' },
  async ({ page, context, owner }) => {
    await page.goto('/plan');
    await page.getByRole('button', { name: /^Account:/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await context.clearCookies();
    const [name = '', value = ''] = owner.cookie.split('=');
    await context.addCookies([{ name, value, url: new URL(page.url()).origin }]);
    await page.goto('/plan');
    await expect(page).toHaveURL(/\/sign-in/);
  },
);

test('the role switcher of the demonstration turns one account into another', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: "Continue as Northwind's owner" }).click();
  await expect(composer(page)).toBeVisible();
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: /Acme's owner/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hello, Acme Robotics.', {
    timeout: 20_000,
  });
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: /Auditor/ }).click();
  await expect(page.getByRole('heading', { name: 'Auditor' })).toBeVisible();
  await expect(page.getByText('No role can read another person’s conversation.')).toBeVisible();
});
