import { codeOf, withClient } from '#scripts/database/connect.ts';
import { roleUrls, urlFor, passwordOf } from '#scripts/database/roles.ts';
import { cloneDatabase, type Template } from '#scripts/database/test-databases.ts';
import { closeKept } from './kept-connections.ts';

/** Whether nothing was written to a copy since it was made. False where there is no copy yet. */
async function isUntouched(adminUrl: string): Promise<boolean> {
  try {
    const { rows } = await withClient(adminUrl, (client) =>
      client.query<{ untouched: boolean }>(
        `SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) = 0 AS untouched
           FROM pg_stat_user_tables WHERE schemaname IN ('cs', 'graphile_worker')`,
      ),
    );
    return rows[0]?.untouched ?? false;
  } catch (error) {
    if (codeOf(error) === '3D000') return false;
    throw error;
  }
}

/**
 * The database of a worker, as a test file finds it: a copy of the template that nothing was written to. What an earlier
 * file left behind (people, a moved clock, used limits) is gone; within a file nothing is ever truncated.
 * @returns connection strings by the names of their settings
 */
export async function workerDatabase(template: Template, worker: string): Promise<Record<string, string>> {
  const name = `${template.prefix}_worker_${worker}`;
  const { adminUrl, prefix, urls } = template;
  await closeKept();
  const admin = urlFor(adminUrl, new URL(adminUrl).username, passwordOf(adminUrl) ?? '', name);
  if (!(await isUntouched(admin))) await cloneDatabase(template, `worker_${worker}`);
  return { ...roleUrls(urls.DATABASE_URL_OWNER, prefix, urls, name), TEST_ADMIN_URL: admin };
}
