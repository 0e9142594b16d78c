import type { Page } from '@playwright/test';

export type Screen = 'desktop' | 'phone';
export type Look = 'light' | 'dark';
/** One picture: its name, how it is looked at, and how a browser gets there from the sign-in page. */
export type Shot = {
  readonly name: string;
  readonly screens: readonly (readonly [Screen, Look])[];
  readonly open: (page: Page) => Promise<void>;
};

/** Pictures of an app that an operation brings: found by the place of its `shots.ts`. */
export type ShotsBrought = {
  readonly shots: readonly Shot[];
  readonly start: () => Promise<{ url: string; stop: () => Promise<void> }>;
};

/** Signs in as the owner of the first demonstration customer. */
export async function enter(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Continue as/ }).click();
  await page.getByRole('list', { name: 'Questions to start with' }).waitFor();
}

/** Types something into the chat and sends it. */
export async function ask(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Ask about your bill' }).fill(text);
  await page.keyboard.press('Enter');
}

/** Asks, and waits for the whole answer of a turn that changed nothing. */
export async function askAndWait(page: Page, text: string): Promise<void> {
  await ask(page, text);
  await page
    .getByRole('article', { name: 'Assistant' })
    .last()
    .getByText(/changed nothing/)
    .waitFor();
}
