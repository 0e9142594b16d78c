import { seconds, stepLine, heartbeat } from '#scripts/bootstrap/say.mjs';
import { firstLine } from '#scripts/console/step.ts';
import type { Counts } from './reports.ts';
import type { StepResult, TestStep } from './steps.ts';

type Ended = { readonly step: TestStep; readonly result: StepResult; readonly took: string };

/** Prints what a step found: one line, and below it what it wrote where it failed. */
function print({ step, result, took }: Ended): void {
  process.stdout.write(stepLine(step.name, result.text, took));
  if (result.counts.failed > 0) process.stdout.write(`${result.output.trim()}\n`);
}

/** Takes results as they come and prints them in the order of the steps, each whole. */
function inOrder(steps: readonly TestStep[]): (ended: Ended) => void {
  const waiting = new Map<TestStep, Ended>();
  const left = [...steps];
  return (ended) => {
    waiting.set(ended.step, ended);
    for (let next = left[0]; next && waiting.has(next); next = left[0]) {
      const first = waiting.get(next);
      left.shift();
      if (first) print(first);
    }
  };
}

/** What a step found; one that could not even run has failed. */
async function resultOf(step: TestStep, env: NodeJS.ProcessEnv): Promise<StepResult> {
  try {
    return await step.run(env);
  } catch (error) {
    const output = error instanceof Error ? error.message : firstLine(error);
    return { counts: { passed: 0, failed: 1, skipped: 0 }, text: 'failed', output };
  }
}

async function runStep(step: TestStep, env: NodeJS.ProcessEnv): Promise<Ended> {
  const began = performance.now();
  const stop = heartbeat(step.name, { everyMs: 30_000 });
  const result = await resultOf(step, env);
  stop();
  return { step, result, took: seconds(began) };
}

/**
 * Runs the steps of a lane one after the other and the lanes side by side: while a browser waits for a page, the other
 * lane has the processor. Those of no lane come last, when every report is there.
 * @returns how many checks passed and failed
 */
export async function runSteps(
  steps: readonly TestStep[],
  env: NodeJS.ProcessEnv,
): Promise<Omit<Counts, 'skipped'>> {
  const take = inOrder(steps);
  const total = { passed: 0, failed: 0 };
  const runLane = async (lane: TestStep['lane']) => {
    for (const step of steps.filter((one) => one.lane === lane)) {
      const ended = await runStep(step, env);
      total.passed += ended.result.counts.passed;
      total.failed += ended.result.counts.failed;
      take(ended);
    }
  };
  await Promise.all([runLane('source'), runLane('browser')]);
  await runLane('end');
  return total;
}
