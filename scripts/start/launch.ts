import { join } from 'node:path';
import { runCommand, step } from '#scripts/console/step.ts';
import { generateClient } from '#scripts/database/generate-client.ts';
import { checkSettings } from '#scripts/settings/check-settings.ts';
import type { Settings } from '#scripts/settings/env-file.ts';
import { withLock } from '#scripts/system/claim.ts';
import { dataFolder } from '#scripts/system/paths.ts';
import { buildApp } from './build-app.ts';
import { readyDatabase, type ReadyDatabase } from './prepare-database.ts';
import { prepareSettings } from './prepare-settings.ts';
import { type Beside, refuseUsedPort, runApp } from './run-app.ts';
import { seedDatabase } from './seed-database.ts';
import { stopSignal } from './stop-signal.ts';

/** What the attack lab adds to a start, handed in so that it can be taken out. */
export type Additions = {
  /** Secrets to write down where they are missing. */
  readonly secrets?: () => Settings;
  /** Between the database and its demonstration data. */
  readonly afterDatabase?: (adminUrl: string) => Promise<void>;
  /** Processes that the app needs, on a database that is ready: the settings by which it finds them, and how to end them. */
  readonly support?: (adminUrl: string) => Promise<{ settings: Settings; stop: () => Promise<void> }>;
  readonly beside?: Beside;
};

/** What an end of the command has to let go of, and whether the app already takes care of ending itself. */
type Progress = { database?: ReadyDatabase; serving: boolean };

/** Everything between a fresh clone and a database and a build that are ready. Two commands never do it at once. */
function prepare(
  mode: 'start' | 'dev',
  settings: Settings,
  progress: Progress,
  { afterDatabase }: Additions,
): Promise<Settings> {
  return withLock(join(dataFolder, 'setup.lock'), async () => {
    await step('Client', async () => ((await generateClient()) ? 'written from the schema' : 'up to date'));
    progress.database = await readyDatabase(settings, { keep: false });
    const { urls, adminUrl } = progress.database;
    if (adminUrl) await afterDatabase?.(adminUrl);
    const complete: Settings = { ...settings, ...urls };
    checkSettings(complete, { beforeSetUp: false });
    if (complete.DEMO === '1') await step('Demo data', () => seedDatabase(complete));
    if (mode === 'start') await step('Build', async () => ((await buildApp()) ? 'built' : 'up to date'));
    return complete;
  });
}

/** The whole of `npm start` and `npm run dev`: from a fresh clone to a running demonstration. */
export async function launch(mode: 'start' | 'dev', additions: Additions = {}): Promise<void> {
  const asked = stopSignal();
  const progress: Progress = { serving: false };
  void asked.then(async () => {
    if (progress.serving) return;
    await progress.database?.stop();
    process.exit(130);
  });
  await runCommand(async () => {
    process.stdout.write('Countersign\n');
    const { settings, text } = prepareSettings({ demo: true, more: additions.secrets?.() ?? {} });
    await step('Settings', () => text);
    await refuseUsedPort(settings);
    try {
      const complete = await prepare(mode, settings, progress, additions);
      progress.serving = true;
      return await runSupported(mode, complete, asked, progress.database?.adminUrl ?? '', additions);
    } finally {
      await progress.database?.stop();
    }
  });
  process.exit();
}

async function runSupported(
  mode: 'start' | 'dev',
  settings: Settings,
  asked: Promise<string>,
  adminUrl: string,
  { support, beside }: Additions,
): Promise<number> {
  const supported = await support?.(adminUrl);
  try {
    return await runApp(mode, { ...settings, ...supported?.settings }, asked, beside);
  } finally {
    await supported?.stop();
  }
}
