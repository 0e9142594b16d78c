import {
  answers,
  ask,
  composer,
  finishedAnswer,
  openChat,
  questions,
  say,
  stored,
} from '#e2e/fixtures/chat-page.ts';
import { enterAs, expect, test } from '#e2e/fixtures/signed-in-test.ts';

const LATEST = 'Show me my latest invoice.';
const OWE = 'What do I owe right now?';

test('an answer can be stopped; what was shown stays, also after a reload, and one can go on', async ({
  page,
  owner,
  context,
  faulty: { provider, app },
}) => {
  await enterAs(context, owner, app.url);
  provider.script({ mode: 'endless', paceMs: 40 });
  await openChat(page, `${app.url}/`);
  await say(page, OWE);
  await expect(answers(page).first()).toContainText('word 3 ');
  await page.getByRole('button', { name: 'Stop this answer' }).click();
  await expect(page.getByText('This answer was stopped.')).toBeVisible();
  await stored(page);
  await page.reload();
  await expect(answers(page).first()).toContainText('word 3 ');
  await expect(page.getByText('This answer was stopped.')).toBeVisible();
  await expect.poll(() => provider.received.at(-1)?.abortedAtMs ?? null).not.toBeNull();

  provider.script({ mode: 'text', text: 'That was all.' });
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(answers(page).last()).toContainText('That was all.');
});

test(
  'an answer can be asked for again; both versions stay and one can switch between them',
  { tag: '@once' },
  async ({ page, owner: _owner }) => {
    await openChat(page);
    const answer = await ask(page, OWE);
    await answer.getByRole('button', { name: 'Answer again' }).click();
    const versions = page.getByRole('group', { name: 'Versions of this message' });
    await expect(versions).toContainText('2 / 2');
    await finishedAnswer(page);
    await expect(answers(page)).toHaveCount(1);
    await versions.getByRole('button', { name: 'Version before' }).click();
    await expect(versions).toContainText('1 / 2');
    await page.reload();
    await expect(versions).toContainText('1 / 2');
  },
);

test('a message can be changed and sent again; the version before is kept with what followed it', async ({
  page,
  owner: _owner,
}) => {
  await openChat(page);
  await ask(page, OWE);
  await ask(page, 'And when is it due?');
  const first = questions(page).first();
  await first.hover();
  await first.getByRole('button', { name: /^Change this message/ }).click();
  await page.getByRole('textbox', { name: 'Your message' }).fill(LATEST);
  await page.getByRole('button', { name: 'Send again' }).click();
  await expect(questions(page)).toHaveCount(1);
  await expect(questions(page).first()).toContainText(LATEST);
  await finishedAnswer(page);
  await stored(page);

  await page.getByRole('button', { name: 'Version before' }).click();
  await expect(questions(page)).toHaveCount(2);
  await expect(questions(page).first()).toContainText(OWE);
  await page.getByRole('button', { name: 'Version after' }).click();
  await expect(questions(page)).toHaveCount(1);
});

test('changing a message can be called off', { tag: '@once' }, async ({ page, owner: _owner }) => {
  await openChat(page);
  await ask(page, OWE);
  await questions(page).first().hover();
  await questions(page)
    .first()
    .getByRole('button', { name: /^Change this message/ })
    .click();
  await page.getByRole('textbox', { name: 'Your message' }).press('Escape');
  await expect(questions(page)).toHaveCount(1);
  await expect(questions(page).first()).toContainText(OWE);
});

test('an answer can be copied', { tag: '@once' }, async ({ page, owner: _owner, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openChat(page);
  const answer = await ask(page, OWE);
  await answer.getByRole('button', { name: 'Copy this answer' }).click();
  await expect(answer.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/€\d/);
});

test('unsent words survive a reload', { tag: '@once' }, async ({ page, owner: _owner }) => {
  await openChat(page);
  await composer(page).fill('Half a quest');
  await page.reload();
  await expect(composer(page)).toHaveValue('Half a quest');
});

test('a whole conversation needs no mouse', { tag: '@once' }, async ({ page, owner: _owner }) => {
  await openChat(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  const reach = async (name: string | RegExp, role: 'button' | 'textbox' | 'link' = 'button') => {
    const wanted = page.getByRole(role, { name }).last();
    for (let count = 0; count < 80; count += 1) {
      if (await wanted.evaluate((node) => node === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reached ${String(name)}`);
  };
  await reach('Ask about your bill', 'textbox');
  await page.keyboard.type(OWE);
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('And when?');
  await expect(composer(page)).toHaveValue(`${OWE}\nAnd when?`);
  await page.keyboard.press('Enter');
  await finishedAnswer(page);
  await stored(page);
  await reach(/^Change this message/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Your message' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(LATEST);
  await page.keyboard.press('Enter');
  await finishedAnswer(page);
  await expect(questions(page).first()).toContainText(LATEST);
});
