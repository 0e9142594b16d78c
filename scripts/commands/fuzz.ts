import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { readArguments, wholeNumber } from '#scripts/console/read-arguments.ts';
import { runCommand } from '#scripts/console/step.ts';
import { removeStaleClusters } from '#scripts/postgres/test-cluster.ts';
import type { ShareMessage } from '#scripts/fuzz/run-shares.ts';
import { stopSignal } from '#scripts/start/stop-signal.ts';

const HELP = `npm run fuzz -- --runs N [--seed S] [--minutes M] [--json] [--no-mutants]

The property test in which the model is the attacker: directed scripts, then N random ones, through the real turn and the real
decisions against a PostgreSQL of its own; then every planted fault, alone and with the walls behind it taken down.

  --runs N       random episodes (default 100)
  --seed S       the same episodes again (default: another one each time, printed)
  --minutes M    begins no further random episode after so many minutes, and reports those that ran
  --json         one object on standard output and nothing else
  --no-mutants   without the planted faults
  --workers N    processes that share the work (default: one, from 1,000 runs on one a core)
  --fault ID     one planted fault only, and no directed scripts

Exit code 1 on a violation or a planted fault that nobody saw, 2 on bad input.
`;
const MAX_RUNS = 1_000_000;
/** From here on the work is shared by as many processes as there are cores. */
const MANY_RUNS = 1_000;
const MAX_WORKERS = 64;
const MAX_MINUTES = 10_000;

await runCommand(async () => {
  const options = readOptions();
  if (options === null) {
    process.stdout.write(HELP);
    return 0;
  }
  // Loaded only now: the modules behind these need a written database client, and an environment of their own.
  const { generateClient } = await import('#scripts/database/generate-client.ts');
  await generateClient();
  const { startWorld } = await import('#scripts/fuzz/world/start-world.ts');
  void stopSignal().then(async () => {
    await removeStaleClusters();
    process.exit(130);
  });
  const { runFuzz, runPart } = await import('#scripts/fuzz/run-fuzz.ts');
  if (options.worker === null) return runFuzz(options, startWorld);
  const world = await startWorld();
  try {
    const part = await runPart(world, options, () => tell({ kind: 'advance' }));
    await new Promise((told) => process.send?.({ kind: 'part', part } satisfies ShareMessage, told));
    return 0;
  } finally {
    await world.stop();
  }
});
process.exit();

/** To the process that shares the work out. */
function tell(message: ShareMessage): void {
  process.send?.(message);
}

function readOptions() {
  const { values } = readArguments({
    allowNegative: true,
    options: {
      runs: { type: 'string', default: '100' },
      seed: { type: 'string' },
      minutes: { type: 'string' },
      json: { type: 'boolean', default: false },
      mutants: { type: 'boolean', default: true },
      fault: { type: 'string' },
      workers: { type: 'string' },
      worker: { type: 'string' },
      help: { type: 'boolean', default: false, short: 'h' },
    },
  });
  if (values.help) return null;
  const runs = wholeNumber('--runs', values.runs, { most: MAX_RUNS });
  const workers = runs < MANY_RUNS ? 1 : availableParallelism();
  return {
    runs,
    seed:
      values.seed === undefined ? randomInt(2 ** 31) : wholeNumber('--seed', values.seed, { most: 2 ** 31 }),
    minutes:
      values.minutes === undefined ? null : wholeNumber('--minutes', values.minutes, { most: MAX_MINUTES }),
    json: values.json,
    mutants: values.mutants,
    only: values.fault ?? null,
    workers:
      values.workers === undefined
        ? workers
        : wholeNumber('--workers', values.workers, { most: MAX_WORKERS }),
    worker:
      values.worker === undefined ? null : wholeNumber('--worker', values.worker, { most: MAX_WORKERS }),
  };
}
