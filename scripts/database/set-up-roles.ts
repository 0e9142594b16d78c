import type pg from 'pg';
import { CommandError } from '#scripts/console/step.ts';
import { codeOf, connectRefusal, withClient } from './connect.ts';
import { migrateJobs } from './job-schema.ts';
import { databaseStatements, quoted, roleStatements } from './role-sql.ts';
import { roleTable, type RoleUrls } from './roles.ts';

/** The oldest PostgreSQL whose features the migrations may use. */
const oldestServer = 15;

export type RoleSetup = {
  /** A role that may create roles. */
  readonly adminUrl: string;
  /** The setting that `adminUrl` came from, for messages. */
  readonly adminSetting: string;
  readonly urls: RoleUrls;
  readonly prefix: string;
};

function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

/** Creates the database where it is missing and the role may. */
async function ensureDatabase(setup: RoleSetup, database: string): Promise<void> {
  const maintenance = new URL(setup.adminUrl);
  maintenance.pathname = '/postgres';
  await withClient(maintenance.href, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount) return;
    await client.query(`CREATE DATABASE ${quoted(database)} ENCODING 'UTF8' TEMPLATE template0`);
    await client.query(`REVOKE ALL ON DATABASE ${quoted(database)} FROM PUBLIC`);
  });
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    "SELECT current_setting('server_version_num')::int / 10000 AS version",
  );
  const version = rows[0]?.version ?? 0;
  if (version < oldestServer)
    throw new CommandError(
      `DATABASE_URL: PostgreSQL ${version} is too old, ${oldestServer} or newer is needed.`,
    );
}

/** Refuses roles that could walk through the walls, whoever made them. */
async function checkAttributes(client: pg.Client, names: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(
    'SELECT rolname FROM pg_roles WHERE rolname = ANY($1) AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolreplication)',
    [names],
  );
  if (rows[0])
    throw new CommandError(
      `Role ${rows[0].rolname} has more rights than it may have: drop it, or set DB_ROLE_PREFIX.`,
    );
}

/** Prints what an administrator has to run, with verifiers instead of passwords. */
function printSql(statements: readonly string[]): CommandError {
  process.stdout.write(`${statements.map((statement) => `${statement};`).join('\n')}\n`);
  return new CommandError(
    'DATABASE_URL: its user may not do this. Let an administrator run the SQL above in that database, then run this again.',
  );
}

/**
 * Creates the roles, their rights on the database, and the schemas `cs` and `graphile_worker`. Safe to run again.
 * @throws {CommandError} where the role may not: the SQL is printed instead
 */
export async function setUpRoles(setup: RoleSetup): Promise<void> {
  const { prefix, urls } = setup;
  const database = databaseOf(urls.DATABASE_URL_OWNER);
  const admin = new URL(setup.adminUrl);
  admin.pathname = `/${database}`;
  const names = roleTable.map((entry) => `${prefix}_${entry.role}`);
  try {
    await ensureDatabase(setup, database).catch((error: unknown) => {
      // No database `postgres`, or no right to make one: what counts is whether ours is there.
      if (!['3D000', '42501'].includes(codeOf(error))) throw error;
    });
    await withClient(admin.href, (client) => createRoles(client, setup, database, names));
    await createSchema(urls.DATABASE_URL_OWNER, `${prefix}_owner`);
    await migrateJobs(urls.DATABASE_URL_JOBS);
    await withClient(admin.href, (client) => runAll(client, databaseStatements(prefix, database).close));
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw connectRefusal(setup.adminSetting, error);
  }
}

async function createRoles(
  client: pg.Client,
  { prefix, urls }: RoleSetup,
  database: string,
  names: string[],
): Promise<void> {
  await checkServer(client);
  const { rows } = await client.query<{ rolname: string }>(
    'SELECT rolname FROM pg_roles WHERE rolname = ANY($1)',
    [names],
  );
  const existing = new Set(rows.map((row) => row.rolname));
  const statements = [
    ...roleStatements(prefix, urls, existing),
    ...databaseStatements(prefix, database).open,
  ];
  const { rows: rights } = await client.query<{ able: boolean }>(
    `SELECT rolsuper OR (rolcreaterole AND has_database_privilege(current_database(), 'CREATE WITH GRANT OPTION')) AS able
       FROM pg_roles WHERE rolname = current_user`,
  );
  if (!rights[0]?.able) throw printSql([...statements, ...manualSchemas(prefix)]);
  try {
    await runAll(client, statements);
  } catch (error) {
    if (codeOf(error) === '42501') throw printSql([...statements, ...manualSchemas(prefix)]);
    throw error;
  }
  await checkAttributes(client, names);
}

/** The schemas, for an administrator to create by hand. */
function manualSchemas(prefix: string): string[] {
  return [`CREATE SCHEMA IF NOT EXISTS cs AUTHORIZATION ${quoted(`${prefix}_owner`)}`];
}

async function runAll(client: pg.Client, statements: readonly string[]): Promise<void> {
  await client.query('BEGIN');
  for (const statement of statements) await client.query(statement);
  await client.query('COMMIT');
}

/** Creates the schema of all tables, as its owner, where it is missing. */
export async function createSchema(ownerUrl: string, owner: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_namespace WHERE nspname = 'cs'");
    if (!rowCount) await client.query(`CREATE SCHEMA cs AUTHORIZATION ${quoted(owner)}`);
  });
}
