import { join } from 'node:path';
import { stepLine } from '#scripts/bootstrap/say.mjs';
import { CommandError, runCommand } from '#scripts/console/step.ts';
import { removeStaleClusters } from '#scripts/postgres/test-cluster.ts';
import { stopSignal } from '#scripts/start/stop-signal.ts';
import { dataFolder } from '#scripts/system/paths.ts';
import { endPrograms } from '#scripts/test/run-program.ts';
import { runSteps } from '#scripts/test/run-steps.ts';
import { testSteps, type TestStep } from '#scripts/test/steps.ts';
import { blankEnvironment } from '#scripts/test/test-env.ts';

/** Outside services that some suites need. Locally those suites say that they did not run; in CI they must. */
const outside = ['REDIS_URL', 'TEST_DATABASE_URL'] as const;

function chosenSteps(args: readonly string[]): readonly TestStep[] {
  const at = args.indexOf('--only');
  if (at < 0) return testSteps;
  const wanted = (args[at + 1] ?? '').split(',');
  const unknown = wanted.find((name) => !testSteps.some((step) => step.name === name));
  if (unknown !== undefined)
    throw new CommandError(
      `Unknown step "${unknown}". Known: ${testSteps.map((step) => step.name).join(', ')}.`,
    );
  return testSteps.filter((step) => wanted.includes(step.name));
}

function missingServices(): number {
  let failed = 0;
  for (const name of outside) {
    if (process.env[name]) continue;
    const inCi = process.env.CI === 'true' || process.env.CI === '1';
    process.stdout.write(
      stepLine('outside', `${name} is not set: its suites ${inCi ? 'must run in CI' : 'are not run'}`),
    );
    if (inCi) failed += 1;
  }
  return failed;
}

void stopSignal().then(async () => {
  await endPrograms(8000);
  await removeStaleClusters();
  process.exit(130);
});

await runCommand(async () => {
  const steps = chosenSteps(process.argv.slice(2));
  const blank = {
    ...blankEnvironment(process.env),
    NEXT_DIST_DIR: '.next-test',
    NEXT_TELEMETRY_DISABLED: '1',
    // Tests start a hundred processes: what one has compiled the next need not.
    NODE_COMPILE_CACHE: join(dataFolder, 'compile-cache'),
  };
  Object.assign(process.env, blank);
  const missing = missingServices();
  const { passed, failed: failedSteps } = await runSteps(steps, process.env);
  const failed = missing + failedSteps;
  await removeStaleClusters();
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});
process.exit();
