import { openStage, stageVariable } from './stage.ts';
import { startApp } from './start-app.ts';

/**
 * Before the first end-to-end test: a stage (cluster, seeded database), and one app on a copy of it. Tests find
 * `E2E_URL`, `E2E_DATABASE`, `E2E_PASSWORD` and the superuser's `TEST_ADMIN_URL` in the environment.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const { stage, stop } = await openStage();
  process.env[stageVariable] = JSON.stringify(stage);
  try {
    const app = await startApp();
    process.env.E2E_URL = app.url;
    process.env.E2E_DATABASE = app.databaseName;
    process.env.E2E_PASSWORD = app.demoPassword;
    process.env.TEST_ADMIN_URL = new URL(`/${app.databaseName}`, stage.adminUrl).href;
    const { NODE_OPTIONS: _ours, ...settings } = app.settings;
    Object.assign(process.env, settings);
    return async () => {
      await app.stop();
      await stop();
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
