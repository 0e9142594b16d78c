import type { TestProject } from 'vitest/node';
import { firstLine } from '#scripts/console/step.ts';
import { createTemplateDatabase, type Template } from '#scripts/database/test-databases.ts';
import { startTestCluster } from '#scripts/postgres/test-cluster.ts';
import { installTestClock } from './test-clock.ts';
import { testSettings } from './test-env.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** What every worker's database is copied from. Null where it could not be prepared. */
    template: Template | null;
    /** Settings that all workers share. */
    settings: Record<string, string>;
  }
}

/** Before the first test: a cluster and a migrated template. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  try {
    const template = await createTemplateDatabase(cluster.adminUrl);
    await installTestClock(template.urls.DATABASE_URL_OWNER);
    project.provide('template', template);
    project.provide('settings', testSettings(template.urls, template.prefix));
  } catch (error) {
    // Tests without a database still run; those with one say that it is missing.
    process.stderr.write(`No test database: ${firstLine(error)}\n`);
    project.provide('template', null);
    project.provide('settings', {});
  }
  return cluster.stop;
}
