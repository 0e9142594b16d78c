import { join } from 'node:path';
import { generateClient } from '#scripts/database/generate-client.ts';
import { roleUrls, type RoleUrls } from '#scripts/database/roles.ts';
import { startAppProcess } from '#scripts/start/app-process.ts';
import { buildApp } from '#scripts/start/build-app.ts';
import { startDemoModelProcess } from '#scripts/start/demo-model-process.ts';
import { withLock } from '#scripts/system/claim.ts';
import { dataFolder } from '#scripts/system/paths.ts';
import { freePort } from '#scripts/system/ports.ts';
import { copyDatabase, givenStage, openStage, type Stage } from './stage.ts';
import { blankEnvironment } from './test-env.ts';

/** The build that tests use, apart from the one of `npm start`. */
export const testBuild = '.next-test';
/** The attack lab's, which tests of the lab start beside it. */
export const testLabBuild = '.next-test-lab';

const BUILD_WAIT_MS = 600_000;

/** An app under test, in processes of its own. */
export type TestApp = {
  readonly url: string;
  readonly databaseName: string;
  readonly databaseUrls: RoleUrls;
  /** The superuser of the throwaway cluster. */
  readonly adminUrl: string;
  readonly demoModelUrl: string;
  /** The password of the demonstration accounts. */
  readonly demoPassword: string;
  /** All settings the app runs with. */
  readonly settings: Readonly<Record<string, string>>;
  /** What the app has written to its log so far. */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
};

let own: { opened: Promise<{ stage: Stage; stop: () => Promise<void> }>; apps: number } | undefined;

/** The stage a parent opened, or one of this process's own that ends with its last app. */
async function enterStage(): Promise<{ stage: Stage; leave: () => Promise<void> }> {
  const given = givenStage();
  if (given) return { stage: given, leave: () => Promise.resolve() };
  own ??= { opened: openStage(), apps: 0 };
  const mine = own;
  mine.apps += 1;
  const leave = async () => {
    mine.apps -= 1;
    if (mine.apps > 0) return;
    own = undefined;
    await (await mine.opened).stop();
  };
  try {
    return { stage: (await mine.opened).stage, leave };
  } catch (error) {
    own = undefined;
    throw error;
  }
}

/** Two workers may find a build stale at once: one makes it, the other waits. */
function buildOnce(folder: string, lab: boolean): Promise<boolean> {
  return withLock(join(dataFolder, `build${folder}.lock`), () => buildApp(folder, { lab }), BUILD_WAIT_MS);
}

/**
 * Starts the built app on a free port, with a demo model of its own, on a fresh copy of the seeded database.
 * @param options.databaseName an existing database instead: a second app on the database of a first
 * @param options.env settings on top of (or instead of) the test's own
 * @param options.addLab makes this the attack lab: adds to the database at this superuser's URL what the lab has besides, and gives
 *   back its settings
 */
export async function startApp(
  options: {
    databaseName?: string;
    env?: Record<string, string>;
    addLab?: (adminUrl: string, prefix: string) => Promise<Record<string, string>>;
  } = {},
): Promise<TestApp> {
  const build = options.addLab ? testLabBuild : testBuild;
  await generateClient();
  await buildOnce(build, options.addLab !== undefined);
  const { stage, leave } = await enterStage();
  const stops: (() => Promise<void>)[] = [leave];
  const stop = async () => {
    for (const end of stops.splice(0).toReversed()) await end();
  };
  try {
    const databaseName = options.databaseName ?? (await copyDatabase(stage)).name;
    const { urls, prefix } = stage.template;
    const databaseUrls = roleUrls(urls.DATABASE_URL_OWNER, prefix, urls, databaseName);
    const adminUrl = new URL(`/${databaseName}`, stage.adminUrl).href;
    const lab = options.addLab ? { LAB: '1', ...(await options.addLab(adminUrl, prefix)) } : {};
    const model = await startDemoModelProcess({ DEMO_MODEL_PACE_MS: options.env?.DEMO_MODEL_PACE_MS ?? '2' });
    stops.push(() => model.child.stop(1000));
    const port = await freePort();
    const base = { ...blankEnvironment(process.env), ...stage.settings, ...databaseUrls };
    const given = { ...placeSettings(port, build), DEMO_MODEL_URL: model.url, ...lab, ...options.env };
    const settings: Record<string, string> = { ...base, ...given };
    const app = await startAppProcess({ mode: 'start', port, host: '127.0.0.1', env: settings });
    stops.push(() => app.stop(10_500));
    return {
      url: `http://127.0.0.1:${port}`,
      databaseName,
      databaseUrls,
      adminUrl: stage.adminUrl,
      demoModelUrl: model.url,
      demoPassword: settings.DEMO_PASSWORD ?? '',
      settings,
      log: app.output,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function placeSettings(port: number, build: string): Record<string, string> {
  return {
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    LOG_LEVEL: 'info',
    NEXT_DIST_DIR: build,
    NODE_OPTIONS: '',
  };
}
