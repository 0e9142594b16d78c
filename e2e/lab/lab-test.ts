import { test as base } from '@playwright/test';
import { type LabApp, startLabApp } from '#scripts/lab/start-lab-app.ts';

/** Tests in a browser that looks at the attack lab: one lab for all tests of a worker. */
export const test = base.extend<{ baseURL: string }, { lab: LabApp }>({
  lab: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const lab = await startLabApp();
      await use(lab);
      await lab.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: async ({ lab }, use) => use(lab.url),
});

export { expect } from '@playwright/test';
