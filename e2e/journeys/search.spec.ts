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
const field = (list: Locator) => list.getByRole('textbox', { name: 'Search your conversations' });

test('a person finds a conversation by its words and opens it at the message', async ({ page, owner }) => {
  const old = await postChat(owner.cookie, { text: 'Which plan am I on? Ask Zoë about marigolds.' });
  for (let more = 0; more < 3; more += 1)
    await postChat(owner.cookie, { text: 'What do I owe right now?', conversationId: old.conversationId });
  await postChat(owner.cookie, { text: 'Show me my latest invoice.' });
  await openChat(page);
  const list = await history(page);
  await field(list).fill('MARIGOLD zoe');
  await expect(list.getByRole('status')).toHaveText('1 conversation found');
  const hit = list.getByRole('region', { name: 'Found conversations' }).getByRole('link');
  await expect(hit.locator('mark')).toHaveText([/zoë/i, /marigold/i, /zoë/i, /marigold/i]);
  await field(list).press('ArrowDown');
  await expect(hit).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/c/${old.conversationId}\\?m=`));
  await expect(questions(page).first()).toBeInViewport();
  await expect(answers(page).last()).not.toBeInViewport();
});

test(
  'what is not there, what can’t be reached and an emptied field are said in words',
  { tag: '@once' },
  async ({ page, owner }) => {
    await postChat(owner.cookie, { text: 'Which plan am I on?' });
    await openChat(page);
    const list = await history(page);
    await field(list).fill('nowhere at all');
    await expect(list.getByRole('status')).toHaveText('Nothing found');
    await page.route('**/api/conversations/search*', (route) => route.abort());
    await field(list).fill('plan');
    await expect(list.getByRole('alert')).toBeVisible();
    await page.unroute('**/api/conversations/search*');
    await list.getByRole('button', { name: 'Try again' }).click();
    await expect(list.getByRole('region', { name: 'Found conversations' }).getByRole('link')).toHaveCount(1);
    await field(list).press('Escape');
    await expect(field(list)).toHaveValue('');
    await expect(list.getByRole('heading', { name: 'Today' })).toBeVisible();
  },
);

test(
  'Ctrl K leads to the search beside the chat, and a page that is full brings the next by itself',
  { tag: '@once' },
  async ({ page, owner }) => {
    await postChat(owner.cookie, { text: 'Which plan am I on?' });
    await openChat(page);
    await composer(page).focus();
    await page.keyboard.press('Control+k');
    const list = await history(page);
    await expect(field(list)).toBeFocused();
    let pages = 0;
    await page.route('**/api/conversations/search*', async (route) => {
      pages += 1;
      const response = await route.fetch();
      // A search that was overtaken by the next letter is dropped by the page, and its answer with it.
      const body: unknown = await response.json().catch(() => undefined);
      if (body === undefined) return;
      const next = pages === 1 ? { nextCursor: `1.1.${crypto.randomUUID()}` } : {};
      await route.fulfill({ response, json: { ...Object(body), ...next } });
    });
    await page.keyboard.type('plan');
    await expect(list.getByRole('status')).toHaveText('1 conversation found');
    expect(pages).toBe(2);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  },
);

test(
  'a message that does not open hides no other, and its person is told',
  { tag: '@once' },
  async ({ page, owner }) => {
    const broken = await postChat(owner.cookie, { text: 'Which plan am I on? Marigold' });
    await postChat(owner.cookie, { text: 'What do I owe? Marigold' });
    await behindTheWalls(
      `UPDATE message SET body = set_byte(body, 100, get_byte(body, 100) # 1) WHERE conversation_id = $1 AND role = 'user'`,
      [broken.conversationId],
    );
    await openChat(page);
    const list = await history(page);
    await field(list).fill('marigold owe');
    await expect(list.getByRole('status')).toHaveText('1 conversation found · 1 message could not be read');
    await ask(page, 'Which plan am I on?');
  },
);
