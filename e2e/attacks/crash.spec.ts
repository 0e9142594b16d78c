import { startAnotherApp } from '#e2e/fixtures/another-app.ts';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { answers, composer, openChat, questions, say } from '#e2e/fixtures/chat-page.ts';
import { startFaultyProvider } from '#e2e/fixtures/faulty-provider.ts';
import { enterAs, expect, test } from '#e2e/fixtures/signed-in-test.ts';

test('a message survives the app dying between receiving and answering it, and is answered after a restart', async ({
  page,
  context,
  owner,
}) => {
  const provider = await startFaultyProvider();
  const settings = {
    OPENAI_BASE_URL: provider.url,
    OPENAI_API_KEY: 'key-of-a-provider-under-test',
    OPENAI_MODEL: 'm',
  };
  const first = await startAnotherApp(settings);
  await enterAs(context, owner, first.url);
  provider.script({ mode: 'silent' });
  await openChat(page, `${first.url}/`);
  await say(page, 'Does this survive?');
  await expect.poll(() => provider.received.length).toBeGreaterThan(0);
  // The provider may have the request before the page has the turn's first event, and with it its address.
  await expect(page).toHaveURL(/\/c\//);
  const path = new URL(page.url()).pathname;
  await first.kill();

  const second = await startAnotherApp(settings);
  await enterAs(context, owner, second.url);
  await page.goto(`${second.url}${path}`);
  await expect(questions(page)).toHaveText([/Does this survive\?/]);
  provider.script({ mode: 'text', text: 'It does.' });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(answers(page).last()).toContainText('It does.');
  await expect(composer(page)).toBeEditable();
  const [row] = await behindTheWalls<{ count: string }>(
    `SELECT count(*) FROM message WHERE person_id = $1 AND role = 'user'`,
    [owner.viewer.personId],
  );
  expect(Number(row?.count)).toBeGreaterThanOrEqual(1);
  await second.stop();
  await provider.close();
});
