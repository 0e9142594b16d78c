import { runCommand, step } from '#scripts/console/step.ts';
import { generateClient } from '#scripts/database/generate-client.ts';
import { buildApp } from '#scripts/start/build-app.ts';

await runCommand(async () => {
  await step('Client', async () => ((await generateClient()) ? 'written from the schema' : 'up to date'));
  await step('Build', async () =>
    (await buildApp('.next', { force: true })) ? 'built into .next' : 'up to date',
  );
});
