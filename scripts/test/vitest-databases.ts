import { availableParallelism } from 'node:os';
import type { TestProject } from 'vitest/node';
import { firstLine } from '#scripts/console/step.ts';
import { adminUrlOf, cloneDatabase, createTemplateDatabase } from '#scripts/database/test-databases.ts';
import { startTestCluster } from '#scripts/postgres/test-cluster.ts';
import { installTestClock } from './test-clock.ts';
import { testSettings } from './test-env.ts';

/** How many test files run at a time: each has a database of its own. */
export const workers = Math.min(4, Math.max(2, availableParallelism()));

declare module 'vitest' {
  export interface ProvidedContext {
    /** Settings per worker, by VITEST_POOL_ID. Empty where the database could not be prepared. */
    workerSettings: Record<string, Record<string, string>>;
  }
}

/** Before the first test: a cluster, a migrated template, a copy of it per worker. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  try {
    const template = await createTemplateDatabase(cluster.adminUrl);
    await installTestClock(template.urls.DATABASE_URL_OWNER);
    const settings: Record<string, Record<string, string>> = {};
    for (let worker = 1; worker <= workers; worker += 1) {
      const database = await cloneDatabase(template, `worker_${worker}`);
      const admin = { TEST_ADMIN_URL: adminUrlOf(template, database) };
      settings[String(worker)] = { ...testSettings(database.urls, template.prefix), ...admin };
    }
    project.provide('workerSettings', settings);
  } catch (error) {
    // Tests without a database still run; those with one say that it is missing.
    process.stderr.write(`No test database: ${firstLine(error)}\n`);
    project.provide('workerSettings', {});
  }
  return cluster.stop;
}
