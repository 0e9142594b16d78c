import { parseArgs } from 'node:util';
import { runCommand, step } from '#scripts/console/step.ts';
import { generateClient } from '#scripts/database/generate-client.ts';
import { writeTableMigration } from '#scripts/database/table-migration.ts';

await runCommand(async () => {
  await step('Client', async () =>
    (await generateClient()) ? 'lib/generated/prisma written' : 'up to date',
  );
  const { migration } = parseArgs({ options: { migration: { type: 'string' } } }).values;
  if (migration !== undefined) await step('Migration', () => writeTableMigration(migration));
});
