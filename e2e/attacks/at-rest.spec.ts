import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '#e2e/fixtures/signed-in-test.ts';
import { root } from '#scripts/system/paths.ts';
import { startAnotherApp } from '#e2e/fixtures/another-app.ts';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { ask, openChat } from '#e2e/fixtures/chat-page.ts';
import { enterAs } from '#e2e/fixtures/signed-in-test.ts';
import { readLedger } from '#e2e/fixtures/read-ledger.ts';

/** The files below a folder whose bytes hold `text`, as UTF-8 or as UTF-16. */
function filesWith(folder: string, text: string): string[] {
  const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      try {
        const bytes = readFileSync(file);
        return needles.some((needle) => bytes.includes(needle));
      } catch {
        // Gone meanwhile, as a temporary file goes.
        return false;
      }
    });
}

test('a sentence typed into the chat is found in no byte of the database, its logs, our log or the build', async ({
  page,
  context,
  owner,
}) => {
  test.setTimeout(120_000);
  const app = await startAnotherApp();
  await enterAs(context, owner, app.url);
  const tag = Math.random().toString(36).slice(2, 10);
  const sentence = `My secret nickname is Zebrafish ${tag} and I owe what?`;
  await openChat(page, `${app.url}/`);
  const answer = await ask(page, sentence);
  const words = (await answer.locator('.max-w-prose').first().innerText()).split('\n')[0] ?? '';
  const title = page.getByRole('navigation', { name: 'Conversations' }).getByRole('listitem').first();
  await expect(title).toContainText('Zebrafish');
  // A failed request and a refused one log something, too.
  await page.evaluate(
    (text) =>
      fetch(`/api/chat`, {
        method: 'POST',
        body: JSON.stringify({ text, extra: text }),
        headers: { 'content-type': 'application/json' },
      }),
    sentence,
  );
  await page.evaluate((text) => fetch(`/c/${encodeURIComponent(text)}`), tag);
  await app.stop();

  await behindTheWalls('CHECKPOINT');
  const [row] = await behindTheWalls<{ folder: string }>(
    `SELECT current_setting('data_directory') AS folder`,
  );
  const cluster = dirname(row?.folder ?? '');
  const [invoice] = await readLedger(owner.viewer, (reader) => reader.listInvoices({ limit: 1 }));
  expect(filesWith(cluster, invoice?.number ?? ''), 'control: an invoice number is found').not.toEqual([]);
  expect(filesWith(cluster, owner.email), 'control: an address is found').not.toEqual([]);
  for (const text of [tag, 'Zebrafish', words.slice(0, 40)]) {
    expect(text.length).toBeGreaterThan(7);
    expect(filesWith(cluster, text)).toEqual([]);
    expect(filesWith(join(root, '.next-test'), text)).toEqual([]);
    expect(app.log()).not.toContain(text);
  }
  expect(app.log(), 'control: the log did say something').toContain('request.refused');
});
