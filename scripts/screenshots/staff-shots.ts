import type { Page } from '@playwright/test';
import { ask, enter, type Shot } from './shot.ts';
import { switchTo } from './switch-to.ts';

/** What colleagues see: the queue, a case to countersign, the inbox. */
export const STAFF_SHOTS: readonly Shot[] = [
  {
    name: 'queue',
    screens: [['desktop', 'light']],
    open: async (page) => {
      await confirmLargeRefund(page);
      await openQueue(page);
    },
  },
  {
    name: 'countersign',
    screens: [
      ['desktop', 'dark'],
      ['phone', 'light'],
    ],
    open: async (page) => {
      await confirmLargeRefund(page);
      await openQueue(page);
      await page.locator('a[href^="/admin/approvals/"]').first().click();
      await page.getByRole('region', { name: 'The account' }).waitFor();
    },
  },
  {
    name: 'inbox',
    screens: [['desktop', 'light']],
    open: async (page) => {
      await handOver(page);
      await switchTo(page, /Support agent/);
      await page.goto(new URL('/admin/inbox', page.url()).href);
      await page.locator('a[href^="/admin/inbox/"]').first().click();
      await page.getByRole('textbox', { name: 'Your reply' }).waitFor();
    },
  },
];

/** The customer's half of a refund that takes two: the last invoice paid, once, whatever picture came before. */
async function confirmLargeRefund(page: Page): Promise<void> {
  await enter(page);
  await page.goto(new URL('/approvals', page.url()).href);
  await page.getByRole('heading', { level: 1, name: 'Approvals' }).waitFor();
  if ((await page.getByText('Waiting for a second person').count()) > 0) return;
  await page.goto(new URL('/invoices', page.url()).href);
  const paid = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: /paid \d/ });
  const number = /\d{4}-\d+/.exec(await paid.first().innerText())?.[0] ?? '';
  await page.goto(new URL('/', page.url()).href);
  await page.getByRole('list', { name: 'Questions to start with' }).waitFor();
  await ask(page, `Please refund invoice ${number} in full`);
  const card = page.locator('[data-approval-card]');
  await card.getByRole('button', { name: /^Approve/ }).waitFor();
  const amount = await card
    .getByText(/^It is/)
    .locator('bdi')
    .innerText();
  await card.getByRole('textbox', { name: /Type the amount/ }).fill(amount.trim());
  await card.getByRole('button', { name: /^Approve/ }).click();
  await page.locator('[data-outcome="confirmed"]').waitFor();
}

async function openQueue(page: Page): Promise<void> {
  await switchTo(page, /Finance approver/);
  await page.goto(new URL('/admin/approvals', page.url()).href);
  await page.locator('a[href^="/admin/approvals/"]').first().waitFor();
}

async function handOver(page: Page): Promise<void> {
  await enter(page);
  await ask(page, 'Was I charged twice for a seat?');
  await page.getByRole('button', { name: 'Talk to a person' }).last().click();
  const dialog = page.getByRole('dialog', { name: 'Talk to a person' });
  await dialog
    .getByRole('textbox', { name: 'What you want them to know' })
    .fill('One seat stands on our last invoice twice. Please take one of them off.');
  await dialog.getByRole('button', { name: 'Send to a person' }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
}
