import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import { z } from 'zod';
import { root } from '#scripts/system/paths.ts';
import { withClient } from './connect.ts';

const manifest = join(root, 'node_modules', 'graphile-worker', 'package.json');

/** Creates or updates graphile-worker's own tables, as the role that owns them. Does nothing where they are of this version. */
export async function migrateJobs(jobsUrl: string): Promise<void> {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(manifest, 'utf8')));
  const mark = `graphile-worker ${version}`;
  const current = await withClient(jobsUrl, (client) =>
    client.query<{ mark: string | null }>(
      "SELECT obj_description(to_regnamespace('graphile_worker'), 'pg_namespace') AS mark",
    ),
  );
  if (current.rows[0]?.mark === mark) return;
  await runMigrations({ connectionString: jobsUrl, logger: new Logger(() => () => undefined) });
  await withClient(jobsUrl, (client) => client.query(`COMMENT ON SCHEMA graphile_worker IS '${mark}'`));
}
