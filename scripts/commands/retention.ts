import { readArguments } from '#scripts/console/read-arguments.ts';
import { CommandError, runCommand } from '#scripts/console/step.ts';
import { describeReceipts, RETENTION_HELP } from '#scripts/retention/describe-receipts.ts';
import { withWrittenSettings } from '#scripts/start/written-settings.ts';

await runCommand(async () => {
  const { values } = readArguments({
    options: {
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      only: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(RETENTION_HELP);
    return 0;
  }
  return withWrittenSettings(async () => {
    const { isRetentionCategory, retentionCategories, runRetention } =
      await import('#lib/operations/retention/run-retention.ts');
    const wanted = values.only?.split(',') ?? retentionCategories();
    const only = wanted.filter(isRetentionCategory);
    const unknown = wanted.find((name) => !isRetentionCategory(name));
    if (unknown !== undefined)
      throw new CommandError(
        `--only does not know "${unknown}". There are: ${retentionCategories().join(', ')}.`,
      );
    const dryRun = values['dry-run'];
    const receipts = await runRetention({ dryRun, only });
    process.stdout.write(
      values.json ? `${JSON.stringify({ dryRun, receipts })}\n` : describeReceipts(receipts),
    );
    return !dryRun && receipts.some(({ overdue }) => overdue > 0) ? 1 : 0;
  });
});
process.exit();
