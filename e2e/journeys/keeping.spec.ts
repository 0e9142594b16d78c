import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { postChat } from '#e2e/fixtures/post-chat.ts';
import { expect, test } from '#e2e/fixtures/signed-in-test.ts';

test(
  'a person chooses how long their chats are kept, sees what that deletes, and can delete all of them',
  { tag: '@once' },
  async ({ page, owner }) => {
    const old = await postChat(owner.cookie, { text: 'Which plan am I on?' });
    await postChat(owner.cookie, { text: 'What do I owe right now?' });
    await behindTheWalls(
      `UPDATE conversation SET updated_at = updated_at - interval '10 days', expires_at = expires_at - interval '10 days' WHERE id = $1`,
      [old.conversationId],
    );
    await page.goto('/');
    await page.getByRole('button', { name: /^Account/ }).click();
    await page.getByRole('menuitem', { name: 'How long chats are kept' }).click();
    await expect(page).toHaveURL('/account/history');
    await page.getByRole('radio', { name: '7 days', exact: true }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    const dialog = page.getByRole('dialog', { name: 'For the chats you already have, too?' });
    await expect(dialog.getByRole('listitem')).toHaveText([
      /^1 chat is older/,
      /^1 chat would be kept for 7 days/,
    ]);
    await dialog.getByRole('button', { name: 'For stored chats too, delete 1' }).click();
    await expect(page.getByText('Saved: 7 days, for stored chats too; 1 deleted.')).toBeVisible();
    await expect(page.getByText('You have 1 chat stored.')).toBeVisible();
    await page.goto(`/c/${old.conversationId}`);
    await expect(page.getByRole('heading', { name: 'This conversation is not here' })).toBeVisible();
    await page.goto('/');
    await expect(page.getByText('Only you can read this chat · deleted after 7 days')).toBeVisible();
    await page.goto('/account/history');
    await expect(page.getByRole('radio', { name: '7 days', exact: true })).toBeChecked();
    await page.getByRole('button', { name: 'Delete all chats' }).click();
    await page.getByRole('button', { name: 'Delete all for good' }).click();
    await expect(page.getByText('You have no stored chats.')).toBeVisible();
    const keys = await behindTheWalls<{ left: number }>(
      `SELECT count(*)::int AS left FROM data_key WHERE person_id = $1 AND scope = 'conversation' AND wrapped IS NOT NULL`,
      [owner.viewer.personId],
    );
    expect(keys).toEqual([{ left: 0 }]);
  },
);
