import { newId } from '#lib/kernel/ids.ts';
import type { Locator, Page } from '@playwright/test';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { answers, ask, composer, openChat, questions } from '#e2e/fixtures/chat-page.ts';
import { postChat } from '#e2e/fixtures/post-chat.ts';
import { expect, test } from '#e2e/fixtures/signed-in-test.ts';

/** The list of conversations: beside the chat, or in the drawer of a phone. */
async function history(page: Page): Promise<Locator> {
  const opener = page.getByRole('button', { name: 'Conversations' });
  if (await opener.isVisible()) await opener.click();
  return page.getByRole('navigation', { name: 'Conversations' }).locator('visible=true');
}

async function choose(page: Page, list: Locator, title: string, item: 'Rename' | 'Delete'): Promise<void> {
  await list.getByRole('link', { name: title }).hover();
  await list.getByRole('button', { name: `Rename or delete “${title}”` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('conversations stand in the history by date and open from there', async ({ page, owner }) => {
  const old = await postChat(owner.cookie, { text: 'Show me my latest invoice.' });
  const older = await postChat(owner.cookie, { text: 'Which plan am I on?' });
  await postChat(owner.cookie, { text: 'What do I owe right now?' });
  const moveBack = `UPDATE conversation SET created_at = created_at - $2::interval, updated_at = updated_at - $2::interval WHERE id = $1`;
  await behindTheWalls(moveBack, [old.conversationId, '1 day']);
  await behindTheWalls(moveBack, [older.conversationId, '5 days']);
  await openChat(page);
  const list = await history(page);
  await expect(list.getByRole('heading', { level: 2 })).toHaveText(['Today', 'Yesterday', 'Previous 7 days']);
  await list.getByRole('region', { name: 'Previous 7 days' }).getByRole('link').click();
  await expect(page).toHaveURL(`/c/${older.conversationId}`);
  await expect(questions(page)).toHaveText([/Which plan am I on/]);
  await expect(answers(page)).toHaveCount(1);
});

test('a conversation can be renamed, and keeps its name', async ({ page, owner: _owner }) => {
  await openChat(page);
  await ask(page, 'What do I owe right now?');
  const list = await history(page);
  const title = (await list.getByRole('listitem').getByRole('link').innerText()).trim();
  await choose(page, list, title, 'Rename');
  await page.getByRole('textbox', { name: 'Name of this conversation' }).fill('Autumn bill');
  await page.keyboard.press('Enter');
  await expect(list.getByRole('link', { name: 'Autumn bill' })).toBeVisible();
  await page.reload();
  await expect((await history(page)).getByRole('link', { name: 'Autumn bill' })).toBeVisible();
});

test(
  'a conversation can be deleted for good: its page is gone, and the key without which no copy can be read',
  { tag: '@once' },
  async ({ page, owner: _owner }) => {
    await openChat(page);
    await ask(page, 'What do I owe right now?');
    const id = new URL(page.url()).pathname.slice('/c/'.length);
    const list = await history(page);
    const title = (await list.getByRole('listitem').getByRole('link').innerText()).trim();
    await choose(page, list, title, 'Delete');
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await expect(page).toHaveURL('/');
    await page.goto(`/c/${id}`);
    await expect(page.getByRole('heading', { name: 'This conversation is not here' })).toBeVisible();
    const keys = await behindTheWalls<{ wrapped: unknown }>(
      'SELECT wrapped FROM data_key WHERE scope_id = $1',
      [id],
    );
    expect(keys).toEqual([{ wrapped: null }]);
  },
);

test('"New chat" begins an empty one and leaves the other where it was', async ({ page, owner: _owner }) => {
  await openChat(page);
  await ask(page, 'What do I owe right now?');
  const list = await history(page);
  await list.getByRole('link', { name: 'New chat' }).click();
  await expect(page).toHaveURL('/');
  await expect(questions(page)).toHaveCount(0);
  await expect(composer(page)).toHaveValue('');
  await ask(page, 'Which plan am I on?');
  await expect((await history(page)).getByRole('listitem')).toHaveCount(2);
});

test(
  'a conversation that never was, one that is not theirs and one with no such address look the same',
  { tag: '@once' },
  async ({ page, owner: _owner }) => {
    for (const id of [newId(), 'nope']) {
      const response = await page.goto(`/c/${id}`);
      expect(response?.status()).toBe(404);
      await expect(page.getByRole('heading', { name: 'This conversation is not here' })).toBeVisible();
    }
  },
);
