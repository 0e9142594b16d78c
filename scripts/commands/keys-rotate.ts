import { CommandError, runCommand } from '#scripts/console/step.ts';
import { readArguments } from '#scripts/console/read-arguments.ts';
import { withWrittenSettings } from '#scripts/start/written-settings.ts';

const given = Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? '']));

await runCommand(async () => {
  const { values } = readArguments({
    options: {
      'dry-run': { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  return withWrittenSettings(async (settings) => {
    if (!settings.DATABASE_URL_SEAL)
      throw new CommandError('DATABASE_URL_SEAL is missing: set DATABASE_URL and run "npm run setup".');
    const { runRotation } = await import('#scripts/keys/run-rotation.ts');
    return runRotation(settings, given, { dryRun: values['dry-run'], all: values.all, json: values.json });
  });
});
process.exit();
