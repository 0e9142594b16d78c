import { newId } from '#lib/kernel/ids.ts';
import { appUrl } from '#e2e/fixtures/app-url.ts';
import { ask, openChat } from '#e2e/fixtures/chat-page.ts';
import { settled } from '#e2e/fixtures/settled.ts';
import { expect, test } from '#e2e/fixtures/signed-in-test.ts';

test('no page breaks its own policy or throws, from sign-in to the last click', async ({
  page,
  owner: _owner,
  complaints,
}) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  for (const path of ['/about', '/invoices', '/payments', '/plan', '/usage', '/nowhere', `/c/${newId()}`]) {
    await page.goto(path);
    await settled(page);
  }
  await openChat(page);
  await ask(page, 'Why is my latest invoice higher than the one before?');
  expect(complaints).toEqual([]);
  const elsewhere = requests.filter((url) => !url.startsWith(appUrl()) && !url.startsWith('data:'));
  expect(elsewhere, 'nothing is loaded from anywhere else').toEqual([]);
});

test('control: a handler in markup does not run, and is reported', async ({ page, complaints }) => {
  await page.goto('/about');
  await page.evaluate(() =>
    document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.name = \'ran\'">'),
  );
  await expect.poll(() => complaints.length).toBeGreaterThan(0);
  expect(await page.evaluate(() => window.name)).not.toBe('ran');
  complaints.length = 0;
});

test('no other site can frame a page', async ({ page }) => {
  await page.route('http://evil.test/', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${appUrl()}/sign-in"></iframe>` }),
  );
  await page.goto('http://evil.test/');
  const frame = page.frames().find((one) => one !== page.mainFrame());
  await expect.poll(async () => (await frame?.content().catch(() => '')) ?? '').not.toContain('E-mail');
});

test("the session's cookie is out of reach of scripts and of other sites", async ({ page, context }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: "Continue as Northwind's owner" }).click();
  await expect(page).toHaveURL('/');
  const cookies = await context.cookies();
  const session = cookies.find(({ name }) => name.includes('session-token'));
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(await page.evaluate(() => document.cookie)).not.toContain('session-token');
  expect(cookies.every(({ domain }) => !domain.startsWith('.'))).toBe(true);
});
