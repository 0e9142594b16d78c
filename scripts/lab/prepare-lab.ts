import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { step } from '#scripts/console/step.ts';
import { withClient } from '#scripts/database/connect.ts';
import { makeNoWalls } from '#scripts/fuzz/world/walls.ts';
import type { Settings } from '#scripts/settings/env-file.ts';
import { classSchema } from './class-schema.ts';
import { CLOCK_SCHEMA } from './clock-schema.ts';

/** Secrets that the lab needs besides: the red-team endpoint's key, and what cookies and flags of a class are made with. */
export function labSecrets(): Settings {
  return {
    LAB_KEY: randomBytes(24).toString('base64url'),
    LAB_SECRET: randomBytes(48).toString('base64url'),
  };
}

/** Adds to the lab's database what no other has: the role that no wall binds, and the schema of classes. Safe to run again. */
export async function addLabSchema(adminUrl: string, prefix: string): Promise<void> {
  await withClient(adminUrl, (client) => makeNoWalls(async (sql) => (await client.query(sql)).rows, prefix));
  await withClient(adminUrl, (client) => inTransaction(client, CLOCK_SCHEMA));
  await addClassSchema(adminUrl, prefix);
}

/** Adds the schema of classes alone. */
export async function addClassSchema(adminUrl: string, prefix: string): Promise<void> {
  await withClient(adminUrl, (client) => inTransaction(client, classSchema(prefix)));
}

/** Two apps may start on one database at once: what both would make is made by one after the other. */
async function inTransaction(client: pg.Client, statements: readonly string[]): Promise<void> {
  await client.query('BEGIN');
  await client.query("SELECT pg_advisory_xact_lock(hashtext('lab schema'))");
  for (const statement of statements) await client.query(statement);
  await client.query('COMMIT');
}

/** The step between database and demonstration data of `LAB=1 npm start`. */
export async function prepareLab(adminUrl: string): Promise<void> {
  await step('Lab', async () => {
    await addLabSchema(adminUrl, process.env.DB_ROLE_PREFIX || 'cs');
    return 'walls can be taken away, classes can be held';
  });
}
