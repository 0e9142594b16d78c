import { createHash } from 'node:crypto';
import { root } from '#scripts/system/paths.ts';
import { isAlive } from '#scripts/system/process.ts';
import { withClient } from './connect.ts';
import { prepareDatabase } from './prepare.ts';
import { databaseStatements, quoted } from './role-sql.ts';
import { roleTable, roleUrls, type RoleUrls } from './roles.ts';

/** A migrated database that others are copied from, and the server's superuser. */
export type Template = {
  readonly adminUrl: string;
  readonly prefix: string;
  readonly name: string;
  readonly urls: RoleUrls;
};

export type TestDatabase = { readonly name: string; readonly prefix: string; readonly urls: RoleUrls };

/** What roles and databases of this clone begin with on an outside server; the process's id follows, so that runs never meet. */
const outsideName = `cst${createHash('sha256').update(root).digest('hex').slice(0, 6)}x`;

export function outsidePrefix(): string {
  return `${outsideName}${process.pid}`;
}

/** Removes what runs of this clone left on an outside server when they were killed. */
export async function dropStaleTestDatabases(adminUrl: string): Promise<void> {
  const { rows } = await withClient(adminUrl, (client) =>
    client.query<{ name: string }>('SELECT rolname AS name FROM pg_roles WHERE rolname LIKE $1', [
      `${outsideName}%\\_owner`,
    ]),
  );
  for (const { name } of rows) {
    const prefix = name.slice(0, -'_owner'.length);
    if (!isAlive(Number(prefix.slice(outsideName.length)))) await dropTestDatabases(adminUrl, prefix);
  }
}

/** Roles and migrations once per run, on a test cluster or an outside server. */
export async function createTemplateDatabase(adminUrl: string, prefix = 'cs'): Promise<Template> {
  const name = `${prefix}_template`;
  const base = new URL(adminUrl);
  base.pathname = `/${name}`;
  const urls = roleUrls(base.href, prefix, {}, name);
  await prepareDatabase({ adminUrl: base.href, adminSetting: 'TEST_DATABASE_URL', urls, prefix });
  return { adminUrl, prefix, name, urls };
}

/** A copy of the template under another name; an older one of that name is dropped. */
export async function cloneDatabase(template: Template, suffix: string): Promise<TestDatabase> {
  const name = `${template.prefix}_${suffix}`;
  await withClient(template.adminUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`);
    // Files copied as they are cost a third of pages written to the log one by one, and nobody has to recover a test's.
    await client.query(
      `CREATE DATABASE ${quoted(name)} TEMPLATE ${quoted(template.name)} STRATEGY file_copy`,
    );
    const [connect = ''] = databaseStatements(template.prefix, name).open;
    await client.query(connect);
  });
  return {
    name,
    prefix: template.prefix,
    urls: roleUrls(template.urls.DATABASE_URL_OWNER, template.prefix, template.urls, name),
  };
}

/** Removes every database and role of a run from an outside server. */
export async function dropTestDatabases(adminUrl: string, prefix: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'SELECT datname AS name FROM pg_database WHERE datname LIKE $1',
      [`${prefix}\\_%`],
    );
    for (const { name } of rows) await client.query(`DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`);
    for (const { role } of roleTable)
      await client.query(`DROP ROLE IF EXISTS ${quoted(`${prefix}_${role}`)}`);
  });
}
