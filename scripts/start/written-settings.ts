import { CommandError } from '#scripts/console/step.ts';
import { startEmbedded } from '#scripts/postgres/embedded.ts';
import { checkSettings } from '#scripts/settings/check-settings.ts';
import { readSettings, reloadSetting, repointSettings, type Settings } from '#scripts/settings/env-file.ts';
import { withKeptSecrets } from '#scripts/settings/kept-secrets.ts';
import { installation } from '#scripts/system/installation.ts';
import { roleUrls } from '#scripts/database/roles.ts';
import { databaseSource } from './prepare-database.ts';

/** Settings as set-up wrote them, with a database that runs. Creates, installs and migrates nothing. */
export type Written = { readonly settings: Settings; readonly stop: () => Promise<void> };

/**
 * For commands that come after set-up: reads what it wrote and, where that means the embedded PostgreSQL, starts it.
 * @throws {CommandError} where set-up has not run, or a setting is wrong
 */
export async function writtenSettings(): Promise<Written> {
  const read = await withKeptSecrets(readSettings());
  if (!read.DATABASE_URL_APP || !read.SESSION_SECRET)
    throw new CommandError('Nothing is set up yet: run "npm run setup" first.');
  checkSettings(read, { beforeSetUp: false });
  if (databaseSource({ ...read, DATABASE_URL: '' }) !== 'embedded')
    return { settings: read, stop: () => Promise.resolve() };
  const embedded = await startEmbedded();
  const urls = roleUrls(embedded.adminUrl, read.DB_ROLE_PREFIX || 'cs', read, installation.database);
  repointSettings(urls);
  return { settings: { ...read, ...urls }, stop: embedded.stop };
}

/** The same for commands that call the app's own code in this process. */
export async function withWrittenSettings<T>(work: (settings: Settings) => Promise<T>): Promise<T> {
  const reload = reloadSetting();
  const { settings, stop } = await writtenSettings();
  Object.assign(process.env, settings, reload);
  try {
    return await work(settings);
  } finally {
    const { closeDatabases } = await import('#lib/kernel/db.ts');
    await closeDatabases();
    await stop();
  }
}
