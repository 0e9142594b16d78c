import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { generateClient } from '#scripts/database/generate-client.ts';
import { buildApp } from '#scripts/start/build-app.ts';
import { dataFolder, root } from '#scripts/system/paths.ts';
import { findBrowser } from './find-browser.ts';
import { playwrightCounts, vitestCounts, type Counts } from './reports.ts';
import { runNode, type Finished } from './run-program.ts';
import { testBuild, testLabBuild } from './start-app.ts';

/** What a step found: its counts, a word for its line, and what to print where it failed. */
export type StepResult = { readonly counts: Counts; readonly text: string; readonly output: string };

export type TestStep = {
  readonly name: string;
  /** Steps of a lane run one after the other, the two lanes side by side; `end` waits for both. */
  readonly lane: 'source' | 'browser' | 'end';
  readonly run: (env: NodeJS.ProcessEnv) => Promise<StepResult>;
};

const modules = join(root, 'node_modules');
const typescriptFlags = ['--conditions=react-server', '--disable-warning=ExperimentalWarning'];

/** A step that is one check: it passes or fails as a whole. */
function verdict({ code, output }: Finished, text = ''): StepResult {
  const passed = code === 0;
  return {
    counts: { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 },
    text: passed ? text || 'ok' : 'failed',
    output,
  };
}

/** Every tracked file, for tools that walk too far by themselves. */
function trackedFiles(): string[] {
  const listed = spawnSync('git', ['-C', root, 'ls-files', '-z'], {
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  });
  return listed.stdout.split('\0').filter((name) => name !== '' && existsSync(join(root, name)));
}

const reports: string[] = [];

function reportFile(name: string): string {
  const folder = join(dataFolder, 'reports');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}-${process.pid}.json`);
  rmSync(path, { force: true });
  // Kept to the end: the last step asks them whether each claim's proof has passed.
  process.once('exit', () => rmSync(path, { force: true }));
  reports.push(path);
  return path;
}

/** A step that counts its own tests in a JSON report. */
function counted(finished: Finished, path: string, read: (path: string) => Counts | null): StepResult {
  const counts = read(path);
  if (!counts) return verdict({ ...finished, code: finished.code || 1 });
  const failed = counts.failed === 0 && finished.code !== 0 ? 1 : counts.failed;
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} not run` : '';
  return {
    counts: { ...counts, failed },
    text: `${counts.passed} passed${failed ? `, ${failed} failed` : ''}${skipped}`,
    output: finished.output,
  };
}

/** A check that another folder of scripts brings along. */
function script(path: string, args: readonly string[] = []): TestStep['run'] {
  return async (env) => {
    if (!existsSync(join(root, path)))
      return { counts: { passed: 0, failed: 1, skipped: 0 }, text: 'missing', output: `${path} is missing` };
    return verdict(await runNode([...typescriptFlags, path, ...args], env));
  };
}

/** Everything a change must pass, in the order in which it is told. */
export const testSteps: readonly TestStep[] = [
  {
    name: 'format',
    lane: 'source',
    run: async (env) =>
      verdict(
        await runNode([join(modules, 'prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'], env),
      ),
  },
  {
    name: 'lint',
    lane: 'source',
    run: async (env) => verdict(await runNode([join(modules, 'oxlint/bin/oxlint'), '-f', 'unix'], env)),
  },
  {
    name: 'secrets',
    lane: 'source',
    run: async (env) => {
      const files = trackedFiles();
      const cli = join(modules, 'secretlint/bin/secretlint.js');
      const which = files.length > 0 ? ['--no-glob', ...files] : ['**/*'];
      return verdict(await runNode([cli, ...which], env), `none in ${files.length} files`);
    },
  },
  { name: 'fences', lane: 'source', run: script('scripts/fences/check.ts') },
  {
    name: 'types',
    lane: 'source',
    run: async (env) => {
      await generateClient();
      return verdict(
        await runNode([join(modules, 'typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.check.json'], env),
      );
    },
  },
  {
    name: 'unit',
    lane: 'source',
    run: async (env) => {
      const path = reportFile('vitest');
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
      return counted(
        await runNode([join(modules, 'vitest/vitest.mjs'), 'run', ...reporters], env),
        path,
        vitestCounts,
      );
    },
  },
  { name: 'fuzz', lane: 'source', run: fuzz },
  { name: 'lab', lane: 'source', run: lab },
  {
    name: 'build',
    lane: 'browser',
    run: async () => {
      await generateClient();
      const built = [await buildApp(testBuild), await buildApp(testLabBuild, { lab: true })];
      return verdict({ code: 0, output: '' }, built.includes(true) ? 'built' : 'up to date');
    },
  },
  { name: 'e2e', lane: 'browser', run: browserTests },
  {
    name: 'claims',
    lane: 'end',
    run: (env) => script('scripts/claims/check.ts', reports.filter(existsSync))(env),
  },
];

async function browserTests(env: NodeJS.ProcessEnv): Promise<StepResult> {
  const browser = await findBrowser();
  if (!browser) {
    const output = 'No browser: run "npx playwright install chromium", or put a chromium on the PATH.';
    return { counts: { passed: 0, failed: 1, skipped: 0 }, text: 'no browser', output };
  }
  const path = reportFile('playwright');
  const settings = {
    E2E_REPORT: path,
    CHROMIUM_PATH: browser.path ?? '',
    NODE_OPTIONS: '--conditions=react-server --disable-warning=ExperimentalWarning',
    // Node reads TypeScript by itself: nothing is translated for Playwright, and places in files stay what they are.
    PW_DISABLE_TS_ESM: '1',
  };
  const finished = await runNode([join(modules, '@playwright/test/cli.js'), 'test'], { ...env, ...settings });
  return counted(finished, path, playwrightCounts);
}

/** Every directed script and some random ones with the model as the attacker; planted faults have a command of their own. */
/** Every attack of the catalogue with no defence and with all of them: none may land with all. */
async function lab(env: NodeJS.ProcessEnv): Promise<StepResult> {
  const command = 'scripts/commands/lab.ts';
  if (!existsSync(join(root, command))) return verdict({ code: 0, output: '' }, 'not there');
  const args = ['--conditions=faults', command, '--profile', 'everything', '--no-benign'];
  const finished = await runNode([...typescriptFlags, ...args], env);
  return verdict(finished, /\d+ attacks/.exec(finished.output)?.[0]);
}

async function fuzz(env: NodeJS.ProcessEnv): Promise<StepResult> {
  const args = ['--conditions=faults', 'scripts/commands/fuzz.ts', '--runs', '50', '--seed', '20261125'];
  const finished = await runNode([...typescriptFlags, ...args, '--no-mutants'], env);
  return verdict(finished, /\d+ episodes/.exec(finished.output)?.[0]);
}
