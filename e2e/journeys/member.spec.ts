import { ask, openChat } from '#e2e/fixtures/chat-page.ts';
import { expect, test } from '#e2e/fixtures/signed-in-test.ts';

/** Amounts of money as any of our locales writes them. */
const MONEY = /[€$£¥]\s?\d|\d\s?[€$£¥]/;

test(
  'a member asks about plan and usage and is answered',
  { tag: '@once' },
  async ({ page, member: _member }) => {
    await openChat(page);
    await expect(page.getByRole('main')).not.toContainText(MONEY);
    const answer = await ask(page, 'Which plan are we on and how many seats do we have?');
    await expect(answer).toContainText('Team');
    await expect(answer).not.toContainText(MONEY);
  },
);

test(
  'a member who asks about money is told politely whom to ask',
  { tag: '@once' },
  async ({ page, member: _member }) => {
    await openChat(page);
    const answer = await ask(page, 'Why is my latest invoice higher than the one before?');
    await expect(answer).toContainText(/owner/i);
    await expect(answer).not.toContainText(MONEY);
    await expect(answer.locator('.max-w-prose')).not.toContainText(/error|not_for_your_role/i);
  },
);

test(
  'a member sees whom to ask where the pages of money stand, and no figure',
  { tag: '@once' },
  async ({ page, member: _member }) => {
    for (const path of ['/invoices', '/payments', '/invoices/2026-101']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toContainText('with your workspace’s owner');
      expect(await page.locator('body').innerText()).not.toMatch(MONEY);
    }
    await page.goto('/plan');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Team');
    expect(await page.getByRole('main').innerText()).not.toMatch(MONEY);
    await page.goto('/usage');
    await expect(page.getByRole('heading', { name: 'API calls' })).toBeVisible();
    expect(await page.getByRole('main').innerText()).not.toMatch(MONEY);
  },
);
