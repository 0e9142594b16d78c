import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { z } from 'zod';

/** One test of a run. `path` holds the names of its `describe` blocks and its own. */
export type TestOutcome = {
  readonly file: string;
  readonly path: readonly string[];
  readonly passed: boolean;
};

const vitestSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(
        z.object({ ancestorTitles: z.array(z.string()), title: z.string(), status: z.string() }),
      ),
    }),
  ),
});

const specSchema = z.object({
  title: z.string(),
  ok: z.boolean(),
  tests: z.array(z.object({ status: z.string() })),
});
type Suite = {
  title: string;
  file: string;
  specs: z.infer<typeof specSchema>[];
  suites?: Suite[] | undefined;
};
const suiteSchema: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    title: z.string(),
    file: z.string(),
    specs: z.array(specSchema),
    suites: z.array(suiteSchema).optional(),
  }),
);
const playwrightSchema = z.object({
  config: z.object({ rootDir: z.string() }),
  suites: z.array(suiteSchema),
});

/**
 * The outcomes in a JSON report of vitest or Playwright; which of the two is seen from its form.
 * @throws Error in one line where the file cannot be read or is neither.
 */
export function readReport(root: string, path: string): TestOutcome[] {
  const value = readJson(path);
  const vitest = vitestSchema.safeParse(value);
  if (vitest.success) {
    return vitest.data.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.map((test) => ({
        file: relative(root, name),
        path: [...test.ancestorTitles, test.title],
        passed: test.status === 'passed',
      })),
    );
  }
  const playwright = playwrightSchema.safeParse(value);
  if (!playwright.success) throw new Error(`${path}: neither a report of vitest nor one of Playwright.`);
  const { config, suites } = playwright.data;
  return suites.flatMap((suite) => outcomesOf(suite, relative(root, config.rootDir), []));
}

function outcomesOf(suite: Suite, folder: string, above: readonly string[]): TestOutcome[] {
  // The outermost suite is the file itself.
  const path = suite.title === suite.file ? above : [...above, suite.title];
  const own = suite.specs.map((spec) => ({
    file: [folder, suite.file].filter(Boolean).join('/'),
    path: [...path, spec.title],
    passed: spec.ok && spec.tests.some((test) => test.status === 'expected' || test.status === 'flaky'),
  }));
  return [...own, ...(suite.suites ?? []).flatMap((inner) => outcomesOf(inner, folder, path))];
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Error(`${path}: not a readable JSON report.`);
  }
}
