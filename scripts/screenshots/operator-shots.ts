import type { Page } from '@playwright/test';
import { ask, enter, type Shot } from './shot.ts';
import { switchTo } from './switch-to.ts';

const REASON = 'Refunds of today are being looked at';

/** What operators can stop, and what everything cost; and what a person sees of their own. */
export const OPERATOR_SHOTS: readonly Shot[] = [
  {
    name: 'switches',
    screens: [
      ['desktop', 'light'],
      ['phone', 'dark'],
    ],
    open: async (page) => {
      await enter(page);
      await switchTo(page, /Administrator/);
      await page.goto(new URL('/admin/switches', page.url()).href);
      if ((await page.getByText(REASON).count()) === 0) await pauseRefunds(page);
      await page.getByText(REASON).waitFor();
    },
  },
  {
    name: 'operator-usage',
    screens: [['desktop', 'light']],
    open: async (page) => {
      await enter(page);
      await askOnce(page);
      await switchTo(page, /Administrator/);
      await page.goto(new URL('/admin/usage?by=person', page.url()).href);
      await page.getByRole('row').filter({ hasText: 'Together' }).waitFor();
    },
  },
  {
    name: 'own-usage',
    screens: [['phone', 'light']],
    open: async (page) => {
      await enter(page);
      await askOnce(page);
      await page.goto(new URL('/account/usage', page.url()).href);
      await page.getByRole('list', { name: 'Budgets' }).waitFor();
    },
  },
];

async function pauseRefunds(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Pause a part' }).click();
  const dialog = page.getByRole('dialog', { name: 'Pause' });
  await dialog.getByLabel('What').selectOption({ label: 'A tool' });
  await dialog.getByLabel('Which').selectOption({ value: 'refund' });
  await dialog.getByLabel('Why').fill(REASON);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await dialog.getByRole('button', { name: 'Pause now' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function askOnce(page: Page): Promise<void> {
  await ask(page, 'What do I owe right now?');
  await page
    .getByRole('article', { name: 'Assistant' })
    .getByText(/changed nothing/)
    .waitFor();
}
