import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mkdtempSync } from 'node:fs';
import type { Viewer } from '#lib/kernel/ports.ts';
import { createTemplateDatabase } from '#scripts/database/test-databases.ts';
import { startTestCluster } from '#scripts/postgres/test-cluster.ts';
import { makePerson } from '#scripts/test/make-person.ts';
import { blankEnvironment, testSettings } from '#scripts/test/test-env.ts';

/** A PostgreSQL of its own with people in it, and this process set to it. */
export type BenchWorld = {
  /** The superuser of the database. */
  readonly adminUrl: string;
  readonly viewers: readonly Viewer[];
  /** Settings for a process that is started on the same database. */
  readonly settings: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
};

/** Such a world for as long as `work` takes. */
export async function inBenchWorld<T>(people: number, work: (world: BenchWorld) => Promise<T>): Promise<T> {
  const world = await startBenchWorld(people);
  try {
    return await work(world);
  } finally {
    await world.stop();
  }
}

/** Starts one, with `people` people of as many tenants. Before anything has read this process's settings. */
async function startBenchWorld(people: number): Promise<BenchWorld> {
  const cluster = await startTestCluster();
  const stop = async () => {
    const { closeDatabases } = await import('#lib/kernel/db.ts');
    await closeDatabases();
    await cluster.stop();
  };
  try {
    const template = await createTemplateDatabase(cluster.adminUrl);
    const settings = testSettings(template.urls, template.prefix);
    // The ring in a file: another process may put a key on it.
    const ring = join(mkdtempSync(join(tmpdir(), 'cs-bench-')), 'ring');
    writeFileSync(ring, settings.KEK_KEYRING ?? '', { mode: 0o600 });
    const complete = {
      ...blankEnvironment(process.env),
      ...settings,
      KEK_KEYRING: '',
      KEK_KEYRING_FILE: ring,
    };
    Object.assign(process.env, complete);
    const admin = new URL(cluster.adminUrl);
    admin.pathname = `/${template.name}`;
    const viewers: Viewer[] = [];
    for (let person = 0; person < people; person += 1) viewers.push((await makePerson()).viewer);
    return { adminUrl: admin.href, viewers, settings: complete, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
