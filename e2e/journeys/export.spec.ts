import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { findings } from '#e2e/fixtures/findings.ts';
import { sendRequest } from '#e2e/fixtures/send-request.ts';
import { expect, test } from '#e2e/fixtures/signed-in-test.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { exportFileSchema } from '#lib/contract/export-file.ts';

test(
  'a person finds what is held about them, has a copy made, watches it and downloads it once',
  { tag: '@once' },
  async ({ page, owner }) => {
    await storeTurn(owner, { text: 'What was my last invoice about?' });
    await page.goto('/');
    await page.getByRole('button', { name: /^Account:/ }).click();
    await page.getByRole('menuitem', { name: 'Your data' }).click();
    await expect(page.locator('[data-category="messages"]')).toHaveText('2');

    await page.getByRole('button', { name: 'Make a copy of my data' }).click();
    const copy = page.getByRole('list', { name: 'Copies of your data' }).getByRole('listitem');
    await expect(copy).toHaveAttribute('data-status', 'ready');
    // Off the button that was pressed: colours are judged as they are read, not as they are pressed.
    await page.mouse.move(0, 0);
    expect(await findings(page, '/account/privacy')).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      copy.getByRole('link', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^tallyhouse-data-\d{4}-\d\d-\d\d\.zip$/);
    const files = unzipSync(readFileSync(await download.path()));
    const json = exportFileSchema.parse(JSON.parse(strFromU8(files['export.json'] ?? new Uint8Array())));
    expect(json.conversations[0]?.messages[0]?.text).toBe('What was my last invoice about?');
    const schema = await sendRequest(json.$schema, {});
    expect(schema.status).toBe(200);
    expect(schema.text).toContain('countersign-account-export');

    await expect(copy).toHaveAttribute('data-status', 'downloaded');
    const again = await sendRequest(download.url(), { cookie: owner.cookie });
    expect(again.status).toBe(404);
  },
);
