import type { Page } from '@playwright/test';

/** Signs in as the trainer, from wherever one is sent, and waits for the lab's first page. */
export async function enterLab(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Continue as Trainer' }).click();
  await page.getByRole('heading', { level: 1, name: /^Show an attack land/ }).waitFor();
}

/** Runs what is chosen and waits until both sides have ended. */
export async function runBoth(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run on both sides' }).click();
  await page.getByRole('toolbar', { name: 'Step through the trace' }).waitFor();
}

/** One side's result. */
export function result(page: Page, title: string) {
  return page.getByRole('region', { name: `Result: ${title}` });
}
