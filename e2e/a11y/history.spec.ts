import type { Page } from '@playwright/test';
import { findingsAtBothWidths } from '#e2e/fixtures/findings.ts';
import { ask, openChat } from '#e2e/fixtures/chat-page.ts';
import { postChat } from '#e2e/fixtures/post-chat.ts';
import { expect, test } from '#e2e/fixtures/signed-in-test.ts';

async function search(page: Page, words: string): Promise<void> {
  const opener = page.getByRole('button', { name: 'Conversations' });
  if (await opener.isVisible()) await opener.click();
  const list = page.getByRole('navigation', { name: 'Conversations' }).locator('visible=true');
  await list.getByRole('textbox', { name: 'Search your conversations' }).fill(words);
  await expect(list.getByRole('status')).toHaveText(/found/i);
}

test('search, a temporary chat, why an answer is what it is and one’s own history have no violation', async ({
  page,
  owner,
}) => {
  await postChat(owner.cookie, { text: 'Show me my latest invoice.' });
  await openChat(page);
  await page.getByRole('switch', { name: 'Temporary chat' }).click();
  const answer = await ask(page, 'Which plan am I on?');
  await answer.getByRole('button', { name: 'Poor answer' }).click();
  await expect(answer.getByRole('textbox', { name: /What was wrong/ })).toBeVisible();
  await answer.getByText('Why this answer?').click();
  const whole = answer.getByRole('link', { name: 'Whole account, to print' });
  await expect(whole).toBeVisible();
  expect(await findingsAtBothWidths(page, 'temporary, thumb and why')).toEqual([]);
  await whole.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Why this answer?' })).toBeVisible();
  expect(await findingsAtBothWidths(page, '/why')).toEqual([]);
  await page.goto('/account/history');
  await page.getByRole('radio', { name: '1 day', exact: true }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await findingsAtBothWidths(page, '/account/history')).toEqual([]);
  await openChat(page);
  await search(page, 'invoice');
  expect(await findingsAtBothWidths(page, 'found')).toEqual([]);
});
