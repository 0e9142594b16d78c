import { runCommand, step } from '#scripts/console/step.ts';
import { generateClient } from '#scripts/database/generate-client.ts';
import { writeTableMigration } from '#scripts/database/table-migration.ts';

await runCommand(async () => {
  await step('Client', async () =>
    (await generateClient()) ? 'lib/generated/prisma written' : 'up to date',
  );
  if (process.argv.includes('--migration')) await step('Migration', writeTableMigration);
});
