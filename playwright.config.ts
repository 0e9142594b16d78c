import { defineConfig, devices } from '@playwright/test';

const chromiumPath = process.env.CHROMIUM_PATH;

/** Quiet flags for a browser that was not installed by Playwright. */
const systemBrowser = {
  executablePath: chromiumPath ?? '',
  args: [
    '--no-sandbox',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  globalSetup: './scripts/test/e2e-set-up.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 180_000,
  // Room for a machine that does other work too: what never comes meets these, nothing else.
  expect: { timeout: 30_000 },
  reporter: process.env.E2E_REPORT
    ? [['line'], ['json', { outputFile: process.env.E2E_REPORT }]]
    : [['list']],
  use: {
    baseURL: process.env.E2E_URL,
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    // Nothing is asked about what moves, and a frame costs more than most answers.
    contextOptions: { reducedMotion: 'reduce' },
    ...(chromiumPath ? { launchOptions: systemBrowser } : {}),
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } } },
    // The phone walks the journeys; what has no screen, or the same one, is tested once. Accessibility is judged at both widths by each test.
    {
      name: 'phone',
      testMatch: 'journeys/**/*.spec.ts',
      grepInvert: /@once/,
      use: { ...devices['Pixel 7'] },
    },
  ],
});
