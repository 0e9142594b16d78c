import { URL } from 'node:url';
import { CommandError, step } from '#scripts/console/step.ts';
import { codeOf, connectRefusal, withClient } from '#scripts/database/connect.ts';
import { prepareDatabase } from '#scripts/database/prepare.ts';
import { loginRoles, placeOf, roleUrls, type RoleUrls } from '#scripts/database/roles.ts';
import { embeddedPort, startEmbedded, type Embedded } from '#scripts/postgres/embedded.ts';
import {
  addMissingSettings,
  readSettingsFile,
  repointSettings,
  type Settings,
} from '#scripts/settings/env-file.ts';
import { installation } from '#scripts/system/installation.ts';

/** The database of the embedded PostgreSQL. */
const databaseName = installation.database;

/**
 * A database that is ready to use: the connection strings to run with, the superuser's on that database where it is our own server, and how to let
 * go of it.
 */
export type ReadyDatabase = {
  readonly urls: RoleUrls;
  readonly adminUrl: string | null;
  readonly stop: () => Promise<void>;
};

export type Source = 'outside-admin' | 'outside-roles' | 'embedded';

/** Which PostgreSQL the settings mean: DATABASE_URL's, the one that set-up wrote down, or the embedded one. */
export function databaseSource(settings: Settings): Source {
  if (installation.isLab) return labSource(settings);
  if (settings.DATABASE_URL) return 'outside-admin';
  const app = settings.DATABASE_URL_APP;
  if (!app) return 'embedded';
  if (!URL.canParse(app)) throw new CommandError('DATABASE_URL_APP is not a postgresql:// URL.');
  return placeOf(app) === `127.0.0.1:${embeddedPort()}/${databaseName}` ? 'embedded' : 'outside-roles';
}

/** The lab's cluster has a role that no wall binds: it never stands on a server that holds anything else. */
function labSource(settings: Settings): Source {
  if (settings.DATABASE_URL)
    throw new CommandError(
      'DATABASE_URL: the attack lab runs on a PostgreSQL of its own. Unset one of the two.',
    );
  return 'embedded';
}

function known(settings: Settings): RoleUrls {
  const missing = loginRoles.find(({ setting }) => setting && !settings[setting]);
  if (missing?.setting)
    throw new CommandError(`${missing.setting} is missing: set DATABASE_URL and run "npm run setup".`);
  return roleUrls(settings.DATABASE_URL_APP ?? '', settings.DB_ROLE_PREFIX || 'cs', settings);
}

function outsideUrl(settings: Settings): string {
  const url = URL.parse(settings.DATABASE_URL ?? '');
  if (!url || !/^postgres(ql)?:$/.test(url.protocol))
    throw new CommandError('DATABASE_URL is not a postgresql:// URL.');
  if (url.pathname.length < 2) url.pathname = `/${databaseName}`;
  return url.href;
}

/** Nothing is written down for a server that can't be signed in to. A database that is missing may still be made. */
async function refuseUnreachable(adminUrl: string): Promise<void> {
  try {
    await withClient(adminUrl, (client) => client.query('SELECT 1'));
  } catch (error) {
    if (codeOf(error) !== '3D000') throw connectRefusal('DATABASE_URL', error);
  }
}

/** Writes connection strings down. An existing line is kept, unless it has to follow a server that moved. */
function remember(urls: RoleUrls, repoint: boolean): void {
  addMissingSettings(urls);
  if (repoint) repointSettings(urls);
}

async function onEmbedded(settings: Settings, prefix: string): Promise<ReadyDatabase> {
  let started: Embedded | undefined;
  await step('PostgreSQL', async () => {
    started = await startEmbedded();
    return `embedded 18 on 127.0.0.1:${started.port}${started.adopted ? ' (was running)' : ''}`;
  });
  const embedded = started;
  if (!embedded) throw new CommandError('PostgreSQL did not start.', 1);
  try {
    const urls = roleUrls(embedded.adminUrl, prefix, { ...readSettingsFile(), ...settings }, databaseName);
    remember(urls, true);
    const target = { adminUrl: embedded.adminUrl, adminSetting: 'The embedded PostgreSQL', urls, prefix };
    await step('Database', () => prepareDatabase(target));
    const adminUrl = new URL(`/${databaseName}`, embedded.adminUrl).href;
    return { urls, adminUrl, stop: embedded.stop };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/**
 * Starts or reaches PostgreSQL and brings roles and schema up to date.
 * @param options.keep rewrite the connection strings in .env.local for a DATABASE_URL that moved (set-up), instead of for this run only
 */
export async function readyDatabase(settings: Settings, options: { keep: boolean }): Promise<ReadyDatabase> {
  const prefix = settings.DB_ROLE_PREFIX || 'cs';
  const source = databaseSource(settings);
  if (source === 'embedded') return onEmbedded(settings, prefix);
  const adminUrl = source === 'outside-admin' ? outsideUrl(settings) : null;
  const urls = adminUrl ? roleUrls(adminUrl, prefix, settings) : known(settings);
  if (adminUrl) {
    await refuseUnreachable(adminUrl);
    remember(urls, options.keep);
  }
  await step('Database', async () => {
    const text = await prepareDatabase({ adminUrl, adminSetting: 'DATABASE_URL', urls, prefix });
    return `${new URL(urls.DATABASE_URL_APP).hostname}: ${text}`;
  });
  return { urls, adminUrl: null, stop: () => Promise.resolve() };
}
