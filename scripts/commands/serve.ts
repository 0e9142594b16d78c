import { CommandError, runCommand } from '#scripts/console/step.ts';
import { hasBuild } from '#scripts/start/build-app.ts';
import { refuseUsedPort, runApp } from '#scripts/start/run-app.ts';
import { stopSignal } from '#scripts/start/stop-signal.ts';
import { writtenSettings } from '#scripts/start/written-settings.ts';

const asked = stopSignal();
await runCommand(async () => {
  if (!hasBuild()) throw new CommandError('There is no build: run "npm run build" first.');
  const { settings, stop } = await writtenSettings();
  try {
    await refuseUsedPort(settings);
    return await runApp('serve', settings, asked);
  } finally {
    await stop();
  }
});
process.exit();
