import { runCommand } from '#scripts/console/step.ts';
import { refuseMissingKeys } from '#scripts/start/refuse-missing-keys.ts';
import { stopSignal } from '#scripts/start/stop-signal.ts';
import { withWrittenSettings } from '#scripts/start/written-settings.ts';

const asked = stopSignal();
await runCommand(() =>
  withWrittenSettings(async (settings) => {
    await refuseMissingKeys(settings);
    process.env.RUN_MODE = 'worker';
    const { startWorker } = await import('#lib/operations/jobs/start-worker.ts');
    const { TASKS } = await import('#lib/tasks.ts');
    const worker = await startWorker(TASKS);
    process.stdout.write(`Worker runs ${TASKS.length} tasks. Stop: Ctrl-C\n`);
    await asked;
    await worker.stop();
  }),
);
process.exit();
