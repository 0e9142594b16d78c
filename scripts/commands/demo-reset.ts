import { CommandError, runCommand, step } from '#scripts/console/step.ts';
import { seedDatabase } from '#scripts/start/seed-database.ts';
import { withWrittenSettings } from '#scripts/start/written-settings.ts';

await runCommand(() =>
  withWrittenSettings(async (settings) => {
    if (settings.DEMO !== '1')
      throw new CommandError('DEMO is not 1: this is no demonstration, and nothing was changed.');
    await step('Demo data', () => seedDatabase(settings, { reset: true }));
  }),
);
