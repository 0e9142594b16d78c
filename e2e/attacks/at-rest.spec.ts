import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '#e2e/fixtures/signed-in-test.ts';
import { root } from '#scripts/system/paths.ts';
import { startAnotherApp } from '#e2e/fixtures/another-app.ts';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { ask, openChat } from '#e2e/fixtures/chat-page.ts';
import { enterAs } from '#e2e/fixtures/signed-in-test.ts';
import { readLedger } from '#e2e/fixtures/read-ledger.ts';

/** For each text the files below a folder whose bytes hold it, as UTF-8 or as UTF-16. Each file is read once. */
function filesWith(folder: string, texts: readonly string[]): (text: string) => string[] {
  const found = new Map(texts.map((text) => [text, new Array<string>()]));
  const needles = texts.map(
    (text) => [text, Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')] as const,
  );
  for (const entry of globSync('**/*', { cwd: folder, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = bytesOf(file);
    for (const [text, ...spellings] of needles)
      if (spellings.some((needle) => bytes.includes(needle))) found.get(text)?.push(file);
  }
  return (text) => found.get(text) ?? [`${text} was not searched for`];
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    // Gone meanwhile, as a temporary file goes.
    return Buffer.alloc(0);
  }
}

test('a sentence typed into the chat is found in no byte of the database, its logs, our log or the build', async ({
  page,
  context,
  owner,
}) => {
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
  const controls = { invoice: invoice?.number ?? '', address: owner.email };
  const texts = [tag, 'Zebrafish', words.slice(0, 40)];
  const inCluster = filesWith(cluster, [...Object.values(controls), ...texts]);
  const inBuild = filesWith(join(root, '.next-test'), texts);
  for (const [name, text] of Object.entries(controls))
    expect(inCluster(text), `control: an ${name} is found`).not.toEqual([]);
  for (const text of texts) {
    expect(text.length).toBeGreaterThan(7);
    expect(inCluster(text)).toEqual([]);
    expect(inBuild(text)).toEqual([]);
    expect(app.log()).not.toContain(text);
  }
  expect(app.log(), 'control: the log did say something').toContain('request.refused');
});
