import { runCommand, step } from '#scripts/console/step.ts';
import { generateClient } from '#scripts/database/generate-client.ts';
import { buildApp } from '#scripts/start/build-app.ts';
import { installation } from '#scripts/system/installation.ts';

await runCommand(async () => {
  await step('Client', async () => ((await generateClient()) ? 'written from the schema' : 'up to date'));
  await step('Build', async () =>
    (await buildApp(installation.build, { force: true })) ? `built into ${installation.build}` : 'up to date',
  );
});
