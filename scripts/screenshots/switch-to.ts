import type { Page } from '@playwright/test';

/** Becomes somebody else by the role switcher of the demonstration. */
export async function switchTo(page: Page, account: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: account }).click();
  await page.getByRole('button', { name: new RegExp(`^Account:.*${account.source}`) }).waitFor();
}
