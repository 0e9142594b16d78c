import { runCommand, step } from '#scripts/console/step.ts';
import { generateClient } from '#scripts/database/generate-client.ts';
import { checkSettings } from '#scripts/settings/check-settings.ts';
import { readyDatabase } from '#scripts/start/prepare-database.ts';
import { prepareSettings } from '#scripts/start/prepare-settings.ts';

await runCommand(async () => {
  const { settings, text } = prepareSettings({ demo: false });
  await step('Settings', () => text);
  await step('Client', async () => ((await generateClient()) ? 'written from the schema' : 'up to date'));
  const database = await readyDatabase(settings, { keep: true });
  await database.stop();
  checkSettings({ ...settings, ...database.urls }, { beforeSetUp: false });
  process.stdout.write('Ready for "npm run build && npm run serve".\n');
});
