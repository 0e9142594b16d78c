import { CommandError } from '#scripts/console/step.ts';
import { codeOf, connectRefusal, withClient } from './connect.ts';
import { migrateJobs } from './job-schema.ts';
import { migrate } from './migrate.ts';
import { loginRoles, type RoleUrls } from './roles.ts';
import { createSchema, setUpRoles } from './set-up-roles.ts';

/** Where a database is prepared, and with which rights. `adminUrl` is null where only the roles' own URLs are known. */
export type Target = {
  readonly adminUrl: string | null;
  readonly adminSetting: string;
  readonly urls: RoleUrls;
  readonly prefix: string;
};

/** The first role that can't sign in yet, or null. */
async function unreadyRole(urls: RoleUrls): Promise<{ setting: string; error: unknown } | null> {
  const tries = loginRoles.map(async ({ setting }) => {
    if (!setting) return null;
    try {
      await withClient(urls[setting], (client) => client.query('SELECT 1'));
      return null;
    } catch (error) {
      return { setting, error };
    }
  });
  return (await Promise.all(tries)).find((result) => result !== null) ?? null;
}

async function hasSchemas(ownerUrl: string): Promise<boolean> {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query<{ there: boolean }>(
      "SELECT count(*) = 2 AS there FROM pg_namespace WHERE nspname IN ('cs', 'graphile_worker')",
    ),
  );
  return rows[0]?.there ?? false;
}

/** Makes the schemas where an administrator has given their owners that right by hand; false where nobody has. */
async function makeSchemas({ urls, prefix }: Target): Promise<boolean> {
  try {
    await createSchema(urls.DATABASE_URL_OWNER, `${prefix}_owner`);
    await migrateJobs(urls.DATABASE_URL_JOBS);
    return true;
  } catch (error) {
    if (codeOf(error) === '42501') return false;
    throw error;
  }
}

/**
 * Roles, schemas, migrations: whatever of them is missing. Needs `adminUrl` only where roles or schemas are.
 * @returns what was done, for the step's line
 */
export async function prepareDatabase(target: Target): Promise<string> {
  const unready = await unreadyRole(target.urls);
  const complete =
    !unready && ((await hasSchemas(target.urls.DATABASE_URL_OWNER)) || (await makeSchemas(target)));
  if (!complete) {
    if (!target.adminUrl) {
      if (unready) throw connectRefusal(unready.setting, unready.error);
      throw new CommandError('The database has no schema yet: set DATABASE_URL and run "npm run setup".');
    }
    await setUpRoles({ ...target, adminUrl: target.adminUrl });
  }
  await migrateJobs(target.urls.DATABASE_URL_JOBS);
  const count = await migrate(target.urls.DATABASE_URL_OWNER, target.prefix);
  return `${complete ? 'roles present' : 'roles created'}, ${count === 0 ? 'schema up to date' : `${count} migrations applied`}`;
}
