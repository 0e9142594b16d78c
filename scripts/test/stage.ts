import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { CommandError } from '#scripts/console/step.ts';
import {
  cloneDatabase,
  createTemplateDatabase,
  type TestDatabase,
} from '#scripts/database/test-databases.ts';
import { startTestCluster } from '#scripts/postgres/test-cluster.ts';
import { root } from '#scripts/system/paths.ts';
import { installTestClock } from './test-clock.ts';
import { blankEnvironment, testSettings } from './test-env.ts';

const urls = z.object({
  DATABASE_URL_OWNER: z.string(),
  DATABASE_URL_APP: z.string(),
  DATABASE_URL_AUTH: z.string(),
  DATABASE_URL_JOBS: z.string(),
  DATABASE_URL_PURGE: z.string(),
  DATABASE_URL_SEAL: z.string(),
  DATABASE_URL_AUDIT: z.string(),
});

const stageShape = z.object({
  /** A cluster's superuser. */
  adminUrl: z.string(),
  /** The seeded database that each app's own is copied from. */
  template: z.object({ adminUrl: z.string(), prefix: z.string(), name: z.string(), urls }),
  /** Secrets and settings that every app of the stage shares, so that two on one database can read each other's rows. */
  settings: z.record(z.string(), z.string()),
});

/** What apps under test stand on: a throwaway cluster with a migrated and seeded database to copy. */
export type Stage = z.infer<typeof stageShape>;

/** The variable by which a process hands its stage to the processes it starts. */
export const stageVariable = 'TEST_STAGE';

/** The stage that a parent process opened, or null. */
export function givenStage(): Stage | null {
  const text = process.env[stageVariable];
  return text ? stageShape.parse(JSON.parse(text)) : null;
}

/** Seeds in a process of its own: the seed uses the app's own code, with settings of its own. */
function seed(env: Record<string, string>): Promise<void> {
  const file = join(root, 'scripts', 'test', 'seed-stage.ts');
  const args = ['--conditions=react-server', '--disable-warning=ExperimentalWarning', file];
  return new Promise((resolve, reject) => {
    const options = {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '', ...blankEnvironment(process.env), ...env },
    };
    const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new CommandError('The test database could not be seeded.', 1)),
    );
  });
}

/** Opens a stage. `stop` ends the cluster and removes its files. */
export async function openStage(): Promise<{ stage: Stage; stop: () => Promise<void> }> {
  const cluster = await startTestCluster();
  try {
    const template = await createTemplateDatabase(cluster.adminUrl);
    await installTestClock(template.urls.DATABASE_URL_OWNER);
    const seeded = await cloneDatabase(template, 'seeded');
    const settings = { ...testSettings(template.urls, template.prefix), DEMO: '1' };
    await seed({ ...settings, ...seeded.urls });
    const stage = {
      adminUrl: cluster.adminUrl,
      template: { ...template, name: seeded.name, urls: seeded.urls },
      settings,
    };
    return { stage, stop: cluster.stop };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

let copies = 0;

/** A fresh copy of the seeded database. */
export function copyDatabase(stage: Stage): Promise<TestDatabase> {
  copies += 1;
  return cloneDatabase(stage.template, `app_${process.pid}_${copies}`);
}
