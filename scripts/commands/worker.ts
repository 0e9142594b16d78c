import { runCommand } from '#scripts/console/step.ts';
import { refuseMissingKeys } from '#scripts/start/refuse-missing-keys.ts';
import { stopSignal } from '#scripts/start/stop-signal.ts';
import { withWrittenSettings } from '#scripts/start/written-settings.ts';

const asked = stopSignal();
await runCommand(() =>
  withWrittenSettings(async (settings) => {
    await refuseMissingKeys(settings);
    process.env.RUN_MODE = 'worker';
    const { guardOutput } = await import('#lib/kernel/secrets/guard-output.ts');
    const { noteSecrets } = await import('#lib/kernel/secrets/note-secrets.ts');
    const { startSecrets } = await import('#lib/kernel/env.ts');
    guardOutput({ exits: true });
    await startSecrets(noteSecrets);
    const { startWorker } = await import('#lib/operations/jobs/start-worker.ts');
    const { TASKS } = await import('#lib/tasks.ts');
    const worker = await startWorker(TASKS);
    process.stdout.write(`Worker runs ${TASKS.length} tasks. Stop: Ctrl-C\n`);
    await asked;
    await worker.stop();
  }),
);
process.exit();
