import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '#scripts/database/connect.ts';
import { loginRoles } from '#scripts/database/roles.ts';
import { createTemplateDatabase } from '#scripts/database/test-databases.ts';
import { startTestCluster, type TestCluster } from '#scripts/postgres/test-cluster.ts';
import { readSettingsFile } from '#scripts/settings/env-file.ts';
import { newSecrets } from '#scripts/settings/secrets.ts';
import { ownSettings, ROTATE, rotate, run } from './rotation.test-data.ts';

/** Points at which the command is killed: KILLS=50 tries more. */
const KILLS = Number(process.env.KILLS || 2);
const URLS = loginRoles.flatMap(({ setting }) => setting ?? []);
/** Passwords are those of a whole cluster: this test has one of its own. */
let cluster: TestCluster;
let path: string;
let settings: Record<string, string | null>;

beforeAll(async () => {
  cluster = await startTestCluster();
  const { urls } = await createTemplateDatabase(cluster.adminUrl);
  const { SESSION_SECRET, KEK_KEYRING } = newSecrets();
  const METRICS_TOKEN = randomBytes(32).toString('base64url');
  const written = { SESSION_SECRET, KEK_KEYRING, METRICS_TOKEN, ...urls };
  path = ownSettings(written);
  // Everything comes from the file, as it does for an operator; nothing from this process.
  const names = [...Object.keys(written), 'HASH_SECRET', 'JOBS_TOKEN'];
  settings = { ...Object.fromEntries(names.map((name) => [name, null])), SETTINGS_FILE: path };
});
afterAll(() => cluster.stop());

/** Whether this URL's role may sign in. */
async function works(url: string | undefined): Promise<boolean> {
  if (!url) return false;
  return withClient(url, (client) => client.query('SELECT 1')).then(
    () => true,
    () => false,
  );
}

test('all secrets are new at once, what hashes hang from stays, and each is told what it does to people', async () => {
  const before = readSettingsFile(path);
  const dry = await rotate(['--all', '--dry-run'], settings);
  expect(readSettingsFile(path)).toEqual(before);
  const { code, report, out } = await rotate(['--all'], settings);
  expect(code).toBe(0);
  expect(report.secrets).toEqual(dry.report.secrets);
  expect(report.secrets).toContainEqual({
    setting: 'SESSION_SECRET',
    rotated: true,
    effect: 'everybody signs in again once the app is restarted',
  });
  expect(report.secrets).toContainEqual({ setting: 'JOBS_TOKEN', rotated: false, effect: 'is not set' });
  const after = readSettingsFile(path);
  expect(after.HASH_SECRET).toBe(before.SESSION_SECRET);
  for (const name of ['SESSION_SECRET', 'KEK_KEYRING', 'METRICS_TOKEN', ...URLS])
    expect(after[name], name).not.toBe(before[name]);
  for (const name of URLS)
    expect([await works(after[name]), await works(before[name])], name).toEqual([true, false]);
  for (const value of [...Object.values(before), ...Object.values(after)]) expect(out).not.toContain(value);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('what the environment gives is left alone, and said to be', async () => {
  const METRICS_TOKEN = randomBytes(32).toString('base64url');
  const before = readSettingsFile(path);
  const { report } = await rotate(['--all', '--dry-run'], {
    ...settings,
    METRICS_TOKEN,
    KEK_KEYRING: before.KEK_KEYRING ?? '',
  });
  // No key can be put on a ring that is not in the file, and nothing else was begun.
  expect(report).toBeNull();
  const told = await rotate(['--all', '--dry-run'], { ...settings, METRICS_TOKEN });
  expect(told.report.secrets).toContainEqual({
    setting: 'METRICS_TOKEN',
    rotated: false,
    effect: 'comes from the environment: change it there',
  });
  expect(readSettingsFile(path)).toEqual(before);
});

test(
  'killed anywhere, each role signs in by its old or its new password, and one more run finishes',
  async () => {
    const began = performance.now();
    await rotate(['--all'], settings);
    const wholeMs = performance.now() - began;
    const hashes = readSettingsFile(path).HASH_SECRET;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { child, ended } = run(ROTATE, ['--json', '--all'], settings);
      await sleep(wholeMs * (0.5 + 0.5 * Math.random()));
      child.kill('SIGKILL');
      await ended;
      const left = readSettingsFile(path);
      for (const name of URLS)
        expect((await works(left[name])) || (await works(left[`PENDING_${name}`])), name).toBe(true);
      const again = await rotate(['--all'], settings);
      expect(again, again.said).toMatchObject({ code: 0 });
      const after = readSettingsFile(path);
      expect(Object.keys(after).filter((name) => name.startsWith('PENDING_'))).toEqual([]);
      for (const name of URLS) expect(await works(after[name]), name).toBe(true);
      expect(after.HASH_SECRET).toBe(hashes);
    }
  },
  600_000 + KILLS * 60_000,
);
