import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** How many checks passed and failed, and what was not run because something outside is missing. */
export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numFailedTestSuites: z.number(),
  success: z.boolean(),
});
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

function read(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/** Counts of a vitest JSON report. A file that could not even be loaded counts as a failure. */
export function vitestCounts(path: string): Counts | null {
  const report = vitestReport.safeParse(read(path));
  if (!report.success) return null;
  const { numPassedTests: passed, numFailedTests, numPendingTests: skipped, success } = report.data;
  return { passed, failed: numFailedTests === 0 && !success ? 1 : numFailedTests, skipped };
}

/** Counts of a Playwright JSON report. A test that only passed when tried again counts as failed. */
export function playwrightCounts(path: string): Counts | null {
  const report = playwrightReport.safeParse(read(path));
  if (!report.success) return null;
  const { expected, unexpected, flaky, skipped } = report.data.stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}
