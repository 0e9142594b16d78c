import { readFileSync } from 'node:fs';
import { findings } from '#e2e/fixtures/findings.ts';
import { sendRequest } from '#e2e/fixtures/send-request.ts';
import { expect, test } from '#e2e/fixtures/signed-in-test.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { appUrl } from '#e2e/fixtures/app-url.ts';
import { receiptKeySchema } from '#lib/contract/privacy.ts';
import { verifyReceipt } from '#lib/kernel/receipt/verify-receipt.ts';

async function publishedKey(): Promise<string> {
  const { text } = await sendRequest(`${appUrl()}/api/receipts/key`, {});
  return receiptKeySchema.parse(JSON.parse(text)).publicKey;
}

test(
  'a person erases one conversation, then the account, with what stays said before and a receipt to keep after',
  { tag: '@once' },
  async ({ page, owner }) => {
    await storeTurn(owner, { text: 'Erase me first' });
    await storeTurn(owner, { text: 'Erase me with the account' });
    await page.goto('/account/privacy');

    await page.getByRole('button', { name: 'Erase: Erase me first' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('list', { name: 'What goes' })).toContainText('Messages and answers');
    await dialog.getByLabel('To confirm, type erase').fill('erase');
    await dialog.getByRole('button', { name: 'Erase this conversation' }).click();
    await expect(page.getByRole('list', { name: 'Receipts' }).getByRole('listitem')).toHaveCount(1);
    await expect(page.getByRole('list', { name: 'Conversations' }).getByRole('listitem')).toHaveText([
      /Erase me with the account/,
    ]);

    await page.getByRole('button', { name: 'Erase my account…' }).click();
    await dialog.getByText('This has to stay, and why').click();
    await expect(dialog.getByRole('list', { name: 'What stays' })).toContainText('Invoices');
    expect(await findings(page, 'erasing an account')).toEqual([]);
    const erase = dialog.getByRole('button', { name: 'Erase my account' });
    await dialog.getByLabel(`To confirm, type ${owner.email}`).fill('not this');
    await expect(erase).toHaveAttribute('aria-disabled', 'true');
    await dialog.getByLabel(`To confirm, type ${owner.email}`).fill(owner.email);
    await erase.click();
    await expect(page.getByRole('heading', { name: 'Your account is erased' })).toBeFocused();
    expect(await findings(page, 'an erased account')).toEqual([]);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the receipt' }).click(),
    ]);
    const receipt: unknown = JSON.parse(readFileSync(await download.path(), 'utf8'));
    expect(receipt).toMatchObject({ kind: 'erasure', scope: 'account', subjectId: owner.viewer.personId });
    expect(verifyReceipt(receipt, await publishedKey())).toBe('genuine');
    await page.goto('/account/privacy');
    await expect(page).toHaveURL(/\/sign-in/);
  },
);
