import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { revokeSessions } from '#lib/stages/identity/revoke-sessions.ts';
import { answers, ask, composer, finishedAnswer, openChat, questions, say } from '#e2e/fixtures/chat-page.ts';
import { postChat } from '#e2e/fixtures/post-chat.ts';
import { enterAs, expect, test } from '#e2e/fixtures/signed-in-test.ts';
import { signedIn } from '#e2e/fixtures/make-person.ts';

test(
  'after ten messages in a minute the page counts down, keeps the draft and then sends again',
  { tag: '@once' },
  async ({ page, owner }) => {
    await openChat(page);
    const first = await postChat(owner.cookie, { text: 'What do I owe?' });
    for (let count = 1; count < 10; count += 1) await postChat(owner.cookie, { text: 'What do I owe?' });
    // Ten are counted; all but the first happened long ago enough to leave in a few seconds.
    await behindTheWalls(
      `UPDATE turn SET opened_at = opened_at - interval '45 seconds' WHERE person_id = $1`,
      [owner.viewer.personId],
    );
    expect(first.status).toBe(200);
    await say(page, 'And this is the eleventh');
    const notice = page.getByRole('alert').filter({ hasText: 'That was a lot of messages' });
    await expect(notice).toBeVisible();
    await expect(composer(page)).toHaveValue('And this is the eleventh');
    await expect(questions(page)).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Send' })).toBeDisabled();
    // Said once to screen readers, counted down for the eye.
    const left = notice.getByText(/^You can send again in \d+ s\.$/).last();
    const seconds = async () => Number((await left.innerText()).replaceAll(/\D/g, ''));
    const before = await seconds();
    await expect.poll(seconds).toBeLessThan(before);
    await composer(page).fill('And this is the eleventh, edited');
    await expect(notice).toBeHidden();
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(questions(page)).toHaveText([/the eleventh, edited/]);
    await finishedAnswer(page);
  },
);

test(
  'a conversation deleted in another tab: the page says so and takes the draft into a new one',
  { tag: '@once' },
  async ({ page, owner: _owner }) => {
    await openChat(page);
    await ask(page, 'What do I owe right now?');
    const gone = await page.evaluate(async () => {
      const id = location.pathname.slice('/c/'.length);
      return (await fetch(`/api/conversations/${id}`, { method: 'DELETE' })).status;
    });
    expect(gone).toBe(200);
    await say(page, 'My next question');
    await expect(page.getByRole('alert').filter({ hasText: 'This conversation is gone' })).toBeVisible();
    await page.getByRole('button', { name: 'Start a new chat with your draft' }).click();
    await expect(page).toHaveURL('/');
    await expect(composer(page)).toHaveValue('My next question');
    await expect(answers(page)).toHaveCount(0);
  },
);

test(
  'a session revoked in the middle: the page says so, keeps the draft, and goes on after signing in',
  { tag: '@once' },
  async ({ page, owner, context }) => {
    await openChat(page);
    await ask(page, 'What do I owe right now?');
    const address = page.url();
    await withViewer(owner.viewer, (tx) => revokeSessions(owner.viewer, tx));
    await say(page, 'Am I still here?');
    await expect(page.getByRole('alert').filter({ hasText: 'Your session has ended.' })).toBeVisible();
    await expect(composer(page)).toHaveValue('Am I still here?');
    await page.getByRole('link', { name: 'Sign in again' }).click();
    await expect(page).toHaveURL(new RegExp(`/sign-in\\?next=`));
    const renewed = await signedIn(owner.viewer, owner.email, 2);
    await enterAs(context, renewed);
    await page.goto(address);
    await expect(answers(page)).toHaveCount(1);
    await expect(composer(page)).toHaveValue('Am I still here?');
  },
);
