import { createTemplateDatabase } from '#scripts/database/test-databases.ts';
import { passwordOf, urlFor } from '#scripts/database/roles.ts';
import { startTestCluster } from '#scripts/postgres/test-cluster.ts';
import { blankEnvironment, testSettings } from '#scripts/test/test-env.ts';

/** A throwaway PostgreSQL with our tables, and this process set to it, for as long as `work` takes. */
export async function withBenchDatabase<T>(work: (adminUrl: string) => Promise<T>): Promise<T> {
  const cluster = await startTestCluster();
  try {
    const template = await createTemplateDatabase(cluster.adminUrl);
    Object.assign(process.env, blankEnvironment(process.env), testSettings(template.urls, template.prefix));
    const user = new URL(cluster.adminUrl).username;
    const adminUrl = urlFor(cluster.adminUrl, user, passwordOf(cluster.adminUrl) ?? '', template.name);
    const { closeDatabases } = await import('#lib/kernel/db.ts');
    try {
      return await work(adminUrl);
    } finally {
      await closeDatabases();
    }
  } finally {
    await cluster.stop();
  }
}
