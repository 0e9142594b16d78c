import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { ask, answers, openChat, questions } from '#e2e/fixtures/chat-page.ts';
import { postChat, refusalOf } from '#e2e/fixtures/post-chat.ts';
import { ownPage, sendRequest } from '#e2e/fixtures/send-request.ts';
import { appUrl } from '#e2e/fixtures/app-url.ts';
import { expect, test } from '#e2e/fixtures/signed-in-test.ts';

test('a temporary chat says what it is, is in no list and no search, and its address leads back to it', async ({
  page,
  owner,
}) => {
  await openChat(page);
  const choice = page.getByRole('switch', { name: 'Temporary chat' });
  await expect(choice).not.toBeChecked();
  await choice.click();
  await expect(choice).toBeChecked();
  await expect(page.getByText('kept for an hour')).toBeVisible();
  await ask(page, 'Which plan am I on? Marigold');
  await expect(page.getByRole('note')).toContainText('never listed, searched or exported');
  await ask(page, 'What do I owe right now?');
  const id = new URL(page.url()).pathname.slice('/c/'.length);
  const [row] = await behindTheWalls<{ temporary: boolean; minutes: number }>(
    `SELECT temporary, round(extract(epoch FROM expires_at - updated_at) / 60)::int AS minutes FROM conversation WHERE id = $1`,
    [id],
  );
  expect(row).toEqual({ temporary: true, minutes: 60 });
  const list = await sendRequest(`${appUrl()}/api/conversations`, { cookie: owner.cookie });
  const found = await sendRequest(`${appUrl()}/api/conversations/search?q=marigold`, {
    cookie: owner.cookie,
  });
  expect(list.text + found.text).not.toContain(id);
  await page.reload();
  await expect(questions(page)).toHaveCount(2);
  await expect(answers(page)).toHaveCount(2);
  await expect(page.getByRole('note')).toBeVisible();
});

test(
  'a conversation that was begun without it can’t become temporary',
  { tag: '@once' },
  async ({ owner }) => {
    const begun = await postChat(owner.cookie, { text: 'Which plan am I on?' });
    const refused = await sendRequest(`${appUrl()}/api/chat`, {
      method: 'POST',
      cookie: owner.cookie,
      headers: ownPage(appUrl()),
      body: JSON.stringify({
        text: 'And now?',
        idempotencyKey: crypto.randomUUID(),
        conversationId: begun.conversationId,
        temporary: true,
      }),
    });
    expect(refused.status).toBe(400);
    expect(refusalOf(refused)).toBe('malformed');
  },
);
