import type { Browser, Page } from '@playwright/test';
import { appUrl } from '#e2e/fixtures/app-url.ts';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { ask, openChat } from '#e2e/fixtures/chat-page.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { enterAs, expect, test } from '#e2e/fixtures/signed-in-test.ts';
import { caseNumber } from '#lib/contract/cases.ts';

const QUESTION = 'Why is my latest invoice higher than the one before?';

/** The agent at another machine. */
async function asAgent(browser: Browser): Promise<{ page: Page; agent: Person; leave: () => Promise<void> }> {
  const agent = await makePerson({ role: 'agent' });
  const context = await browser.newContext({ baseURL: appUrl() });
  await enterAs(context, agent);
  return { page: await context.newPage(), agent, leave: () => context.close() };
}

async function newestCase(owner: Person): Promise<string> {
  const [row] = await behindTheWalls<{ id: string }>(
    'SELECT id FROM support_case WHERE person_id = $1 ORDER BY created_at DESC LIMIT 1',
    [owner.viewer.personId],
  );
  return row?.id ?? '';
}

/** As one does who looked at something else meanwhile: the page asks at once, not only every few seconds. */
const comeBack = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

const reply = (page: Page) => page.getByRole('article', { name: 'A person at Tallyhouse' });

test('a customer hands over, an agent who never sees the chat replies, and the reply stands in the chat', async ({
  page,
  owner,
  browser,
}) => {
  await openChat(page);
  const answer = await ask(page, QUESTION);
  const chatWords = (await answer.locator('.max-w-prose').first().innerText()).split('\n')[0] ?? '';
  expect(chatWords.length).toBeGreaterThan(20);

  await page.getByRole('button', { name: 'Talk to a person' }).last().click();
  const dialog = page.getByRole('dialog', { name: 'Talk to a person' });
  const field = dialog.getByRole('textbox', { name: 'What you want them to know' });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(new RegExp(QUESTION.slice(0, 20)));
  await expect(dialog).toContainText('The conversation itself is not sent');
  const linked = await dialog.getByRole('button', { name: /^Remove invoice/ }).allInnerTexts();
  expect(linked.length).toBeGreaterThan(0);
  await field.fill('Please take one of the two seats off.');
  await dialog.getByRole('button', { name: 'Send to a person' }).click();
  const id = await test.step('a case number', async () => {
    await expect(dialog.getByRole('status')).toContainText('Your case number is');
    const found = await newestCase(owner);
    await expect(dialog).toContainText(caseNumber(found));
    return found;
  });
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText(`You asked a person · ${caseNumber(id)}`)).toBeVisible();

  const desk = await asAgent(browser);
  await desk.page.goto('/admin/inbox');
  expect(await desk.page.content()).not.toContain('take one of the two seats');
  const row = desk.page.locator(`a[href="/admin/inbox/${id}"]`);
  await row.focus();
  await desk.page.keyboard.press('Enter');
  await expect(desk.page.getByRole('article', { name: 'The customer' })).toContainText(
    'Please take one of the two seats off.',
  );
  await expect(desk.page.getByText('Linked invoices:')).toBeVisible();
  const html = await desk.page.content();
  expect(html).not.toContain(chatWords);
  expect(html).not.toContain(QUESTION);
  expect(html).not.toContain(new URL(page.url()).pathname.slice('/c/'.length));
  await desk.page.getByRole('textbox', { name: 'Your reply' }).fill('Done: the second seat is gone.');
  await desk.page.getByRole('button', { name: 'Send reply' }).click();
  await expect(reply(desk.page)).toContainText('Done: the second seat is gone.');
  await desk.leave();

  // Without a reload.
  await comeBack(page);
  await expect(reply(page)).toContainText('Done: the second seat is gone.');
  await expect(reply(page)).toContainText('Support agent · a person');
  await page.reload();
  await expect(reply(page)).toContainText('Done: the second seat is gone.');
  const opened = await behindTheWalls<{ tenant_id: string }>(
    `SELECT tenant_id FROM audit_entry WHERE person_id = $1 AND action = 'staff.opened' AND subject_id = $2`,
    [desk.agent.viewer.personId, id],
  );
  expect(opened.length).toBeGreaterThan(0);
  expect(opened[0]?.tenant_id).toBe(owner.viewer.homeTenantId);
});

test(
  'a contest lands with its ground and its note; the reply is announced on the first screen and in the list',
  { tag: '@once' },
  async ({ page, owner, browser }) => {
    await openChat(page);
    const answer = await ask(page, QUESTION);
    const chatWords = (await answer.locator('.max-w-prose').first().innerText()).split('\n')[0] ?? '';
    await answer.getByRole('button', { name: 'Contest this answer' }).click();
    const dialog = page.getByRole('dialog', { name: 'Contest this answer' });
    await expect(dialog.getByRole('radio').first()).toBeFocused();
    await page.keyboard.press('Space');
    await dialog.getByRole('textbox').fill('The seat was removed in October.');
    await dialog.getByRole('button', { name: 'Send to a person' }).click();
    await expect(dialog.getByRole('status')).toContainText('Your case number is');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText('You contested an answer')).toBeVisible();
    const id = await newestCase(owner);
    const chat = page.url();

    await page.goto('/');
    const desk = await asAgent(browser);
    await desk.page.goto(`/admin/inbox/${id}`);
    await expect(desk.page.getByText('A figure is wrong')).toBeVisible();
    await expect(desk.page.getByText('The seat was removed in October.')).toBeVisible();
    expect(await desk.page.content()).not.toContain(chatWords);
    await desk.page.getByRole('textbox', { name: 'Your reply' }).fill('You are right, we correct it.');
    await desk.page.getByRole('button', { name: 'Send and close' }).click();
    await expect(desk.page.getByText('This case is closed.')).toBeVisible();
    await desk.leave();

    await comeBack(page);
    const banner = page.getByRole('region', { name: 'Replies from a person' });
    await expect(banner).toBeVisible();
    await banner.getByRole('link').click();
    await expect(page).toHaveURL(chat);
    await expect(reply(page)).toContainText('You are right, we correct it.');
    await page.goto('/');
    await expect(page.getByRole('list', { name: 'Questions to start with' })).toBeVisible();
    // What was read a moment ago may still be on its way to the server: the next look for replies finds it.
    await expect(async () => {
      await comeBack(page);
      await expect(banner).toBeHidden({ timeout: 1_000 });
    }).toPass();
  },
);

test(
  'a reply outlives its conversation, among the requests to a person',
  { tag: '@once' },
  async ({ page, owner }) => {
    await openChat(page);
    await ask(page, 'What do I owe right now?');
    await page.getByRole('button', { name: 'Talk to a person' }).last().click();
    const dialog = page.getByRole('dialog', { name: 'Talk to a person' });
    await dialog.getByRole('textbox').fill('Please call me back.');
    await dialog.getByRole('button', { name: 'Send to a person' }).click();
    await expect(dialog.getByRole('status')).toContainText('Your case number is');
    const id = new URL(page.url()).pathname.slice('/c/'.length);
    const deleted = await page.request.delete(`/api/conversations/${id}`, { headers: { origin: appUrl() } });
    expect(deleted.status()).toBe(200);
    await page.goto('/cases');
    await expect(page.getByText('Please call me back.')).toBeVisible();
    await expect(page.getByText(caseNumber(await newestCase(owner)))).toBeVisible();
  },
);

test('the inbox is not there for anyone but an agent', { tag: '@once' }, async ({ page, owner: _owner }) => {
  for (const path of ['/admin/inbox', '/admin/inbox/nope']) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  }
});
