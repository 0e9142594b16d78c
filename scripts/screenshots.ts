import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, devices, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { z } from 'zod';
import { CommandError, runCommand } from '#scripts/console/step.ts';
import { importEach } from '#scripts/records/written-pages.ts';
import { root } from '#scripts/system/paths.ts';
import {
  ask,
  askAndWait,
  enter,
  type Look,
  type Screen,
  type Shot,
  type ShotsBrought,
} from '#scripts/screenshots/shot.ts';
import { GUARD_SHOTS } from '#scripts/screenshots/guard-shots.ts';
import { HISTORY_SHOTS } from '#scripts/screenshots/history-shots.ts';
import { OPERATOR_SHOTS } from '#scripts/screenshots/operator-shots.ts';
import { STAFF_SHOTS } from '#scripts/screenshots/staff-shots.ts';
import { findBrowser } from '#scripts/test/find-browser.ts';
import { startApp } from '#scripts/test/start-app.ts';

// Takes the pictures of docs/screenshots with an app and a database of its own:
// node --conditions=react-server scripts/screenshots.ts [NAME…]

const folder = join(root, 'docs', 'screenshots');
const MAX_BYTES = 200_000;
const WHY_HIGHER = 'Why is my latest invoice higher than the one before?';

const REFUND = 'Refund the duplicate seat charge on my last invoice';

const SCREENS = {
  desktop: { viewport: { width: 1280, height: 860 } },
  phone: { ...devices['Pixel 7'], deviceScaleFactor: 1.5 },
} as const satisfies Record<Screen, BrowserContextOptions>;

const SHOTS: readonly Shot[] = [
  {
    name: 'sign-in',
    screens: [['desktop', 'light']],
    open: async (page) => void (await page.getByRole('button', { name: /^Continue as/ }).waitFor()),
  },
  {
    name: 'greeting',
    screens: [
      ['phone', 'dark'],
      ['desktop', 'light'],
    ],
    open: enter,
  },
  {
    name: 'chat',
    screens: [
      ['desktop', 'light'],
      ['desktop', 'dark'],
      ['phone', 'light'],
    ],
    open: async (page) => {
      await enter(page);
      await askAndWait(page, WHY_HIGHER);
    },
  },
  {
    name: 'approval',
    screens: [
      ['desktop', 'light'],
      ['phone', 'dark'],
    ],
    open: async (page) => {
      await askForRefund(page);
      await page.locator('[data-approval-card]').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'approved',
    screens: [['desktop', 'light']],
    open: async (page) => {
      await askForRefund(page);
      await page.getByRole('button', { name: 'Approve refund' }).click();
      await page.locator('[data-outcome="executed"]').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'invoice',
    screens: [['desktop', 'light']],
    open: async (page) => {
      await enter(page);
      await page.goto(new URL('/invoices', page.url()).href);
      await page
        .getByRole('main')
        .getByRole('link', { name: /^Invoice \d/ })
        .first()
        .click();
      await page.getByRole('heading', { level: 1, name: /^Invoice \d/ }).waitFor();
    },
  },
  {
    name: 'usage',
    screens: [['desktop', 'light']],
    open: async (page) => {
      await enter(page);
      await page.goto(new URL('/usage', page.url()).href);
      await page.getByRole('heading', { level: 1, name: 'Usage' }).waitFor();
    },
  },
];

async function askForRefund(page: Page): Promise<void> {
  await enter(page);
  await ask(page, REFUND);
  await page.getByRole('button', { name: 'Approve refund' }).waitFor();
}

/** How long scrolling and fading may take after the last word. */
const SETTLE_MS = 1_500;

async function take(
  browser: Browser,
  url: string,
  { name, open }: Shot,
  screen: Screen,
  look: Look,
): Promise<void> {
  const context = await browser.newContext({
    ...SCREENS[screen],
    colorScheme: look,
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    await page.goto(`${url}/sign-in`);
    await open(page);
    await page.mouse.move(0, 0);
    await page.waitForTimeout(SETTLE_MS);
    const path = join(folder, `${name}-${screen}-${look}.png`);
    await page.screenshot({ path });
    const { size } = statSync(path);
    process.stdout.write(`${name}-${screen}-${look}.png ${Math.round(size / 1000)} KB\n`);
    if (size > MAX_BYTES) throw new CommandError(`${path} is larger than ${MAX_BYTES / 1000} KB.`, 1);
  } finally {
    await context.close();
  }
}

const broughtSchema = z.object({
  BROUGHT: z.custom<ShotsBrought>((value) => typeof value === 'object' && value !== null && 'shots' in value),
});

/** An app is started only for shots that are wanted of it. */
async function takeAll(
  browser: Browser,
  shots: readonly Shot[],
  start: () => Promise<{ url: string; stop: () => Promise<void> }>,
): Promise<void> {
  if (shots.length === 0) return;
  const app = await start();
  try {
    for (const shot of shots)
      for (const [screen, look] of shot.screens) await take(browser, app.url, shot, screen, look);
  } finally {
    await app.stop();
  }
}

await runCommand(async () => {
  const found = await findBrowser();
  if (!found) throw new CommandError('No browser: run "npx playwright install chromium".');
  const names = process.argv.slice(2);
  const wanted = (shots: readonly Shot[]) =>
    shots.filter(({ name }) => names.length === 0 || names.includes(name));
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    args: ['--no-sandbox'],
    ...(found.path ? { executablePath: found.path } : {}),
  });
  try {
    const ours = [...SHOTS, ...STAFF_SHOTS, ...GUARD_SHOTS, ...HISTORY_SHOTS, ...OPERATOR_SHOTS];
    await takeAll(browser, wanted(ours), () => startApp());
    for (const { BROUGHT } of await importEach('scripts/*/shots.ts', broughtSchema))
      await takeAll(browser, wanted(BROUGHT.shots), BROUGHT.start);
  } finally {
    await browser.close();
  }
  return 0;
});
process.exit();
