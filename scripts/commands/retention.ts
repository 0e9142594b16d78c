import { runCommand, step } from '#scripts/console/step.ts';
import { withWrittenSettings } from '#scripts/start/written-settings.ts';

const dryRun = process.argv.includes('--dry-run');

await runCommand(() =>
  withWrittenSettings(async () => {
    const { purgeExpired } = await import('#lib/operations/retention/purge-expired.ts');
    await step('Retention', async () => {
      const { removed, keysDestroyed, overdue } = await purgeExpired({ dryRun });
      const left = `${overdue} conversations past their time ${dryRun ? 'would be removed' : 'left'}`;
      return dryRun ? left : `${removed} conversations and ${keysDestroyed} keys removed, ${left}`;
    });
  }),
);
process.exit();
