import type { Page } from '@playwright/test';
import type { Behaviour } from '#e2e/fixtures/faulty-behaviour.ts';
import { answers, composer, openChat, questions, say } from '#e2e/fixtures/chat-page.ts';
import { enterAs, expect, test } from '#e2e/fixtures/signed-in-test.ts';

const QUESTION = 'What do I owe right now?';

/** What the page shows when an answer could not be finished, and that trying again then works. */
async function expectRetry(page: Page, mend: () => void): Promise<void> {
  const end = answers(page)
    .last()
    .getByText('The assistant could not finish this answer. Your message is kept.');
  await expect(end).toBeVisible({ timeout: 50_000 });
  await expect(questions(page)).toHaveText([new RegExp(QUESTION.replace('?', '\\?'))]);
  await composer(page).fill('words typed meanwhile');
  await page.reload();
  await expect(questions(page), 'the message is stored').toHaveCount(1);
  await expect(composer(page)).toHaveValue('words typed meanwhile');
  await expect(end).toBeVisible();
  mend();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(answers(page).last()).toContainText('Here is your answer.');
  await expect(end).toBeHidden();
  await expect(composer(page)).toHaveValue('words typed meanwhile');
}

/** One of each kind that a page can tell apart; each way in which a provider fails is in `lib/turn/hostile-provider.test.ts`. */
const FAILURES: Readonly<Record<string, Behaviour>> = {
  'answers 500': { mode: 'status', status: 500 },
  'sends broken events': { mode: 'garbage', body: 'data: {"choices":[{"delta":\n\ndata: nonsense\n\n' },
  'closes the connection in the middle': { mode: 'drop', text: 'Your latest inv' },
};

for (const [name, behaviour] of Object.entries(FAILURES)) {
  test(
    `a model that ${name}: the message stays, the draft stays, trying again works`,
    { tag: '@once' },
    async ({ page, context, owner, faulty: { provider, app } }) => {
      await enterAs(context, owner, app.url);
      provider.script(behaviour);
      await openChat(page, `${app.url}/`);
      await say(page, QUESTION);
      await expectRetry(page, () => provider.script({ mode: 'text', text: 'Here is your answer.' }));
    },
  );
}

test(
  'a model that says nothing is given up on, and trying again works',
  { tag: '@once' },
  async ({ page, context, owner, faulty: { provider, app } }) => {
    await enterAs(context, owner, app.url);
    provider.script({ mode: 'silent' });
    await openChat(page, `${app.url}/`);
    await say(page, QUESTION);
    await expect(page.getByText('Looking at your invoices…')).toBeVisible();
    await expectRetry(page, () => provider.script({ mode: 'text', text: 'Here is your answer.' }));
  },
);

test(
  'a model that never ends is cut, what it said is kept, and it stops working for us',
  { tag: '@once' },
  async ({ page, context, owner, faulty: { provider, app } }) => {
    await enterAs(context, owner, app.url);
    provider.script({ mode: 'endless', paceMs: 1, piece: 'And so it goes on and on and on. '.repeat(20) });
    await openChat(page, `${app.url}/`);
    await say(page, QUESTION);
    await expect(
      page.getByText(/This answer reached its longest length|could not finish this answer/),
    ).toBeVisible({
      timeout: 40_000,
    });
    await expect.poll(() => provider.received.at(-1)?.abortedAtMs ?? null).not.toBeNull();
    await expect(questions(page)).toHaveCount(1);
    await expect(composer(page)).toBeEditable();
  },
);
