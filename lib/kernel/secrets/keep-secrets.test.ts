import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { freshSecrets, heldSecrets, holdSecrets } from './hold-secrets.ts';
import { type Keeping, openSecrets, refreshSecrets } from './keep-secrets.ts';
import type { SecretSource, SecretValues } from './secret-source.ts';
import { startSecretsManager } from './secrets-manager.test-data.ts';
import { startKeeping } from './start-keeping.ts';

const NAME = 'countersign/test';
const folder = mkdtempSync(join(tmpdir(), 'cs-secrets-'));
const fresh = () => randomBytes(32).toString('base64url');
let server: Awaited<ReturnType<typeof startSecretsManager>>;
let noted: string[] = [];
let stop = () => undefined as void;

beforeAll(async () => {
  process.env.AWS_ACCESS_KEY_ID = 'AKIDEXAMPLE';
  process.env.AWS_SECRET_ACCESS_KEY = fresh();
  server = await startSecretsManager(NAME);
});
beforeEach(() => {
  noted = [];
  server.always(null);
});
afterEach(() => {
  stop();
  stop = () => undefined;
  holdSecrets(undefined);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.stop();
});

const source = (name: SecretSource['name'], read: () => SecretValues): SecretSource => ({
  name,
  read: () => new Promise((resolve) => resolve(read())),
});
const keepingOf = (sources: readonly SecretSource[], check: Keeping['check'] = () => undefined): Keeping => ({
  sources,
  check,
  note: (event, facts) => noted.push(`${event} ${facts}`),
  refreshMs: 1_000_000,
  maxAgeMs: 1_000_000,
});
const away = (): SecretValues => {
  throw Object.assign(new Error('sk-never-said'), { code: 'away' });
};

describe('secrets that are read again', () => {
  test('count with their new value at once, but for those that wait for a start', async () => {
    let values: SecretValues = { JOBS_TOKEN: 'a', HASH_SECRET: 'h1' };
    const keeping = keepingOf([source('environment', () => ({})), source('file', () => values)]);
    await openSecrets(keeping);
    values = { JOBS_TOKEN: 'b', HASH_SECRET: 'h2' };
    expect(await refreshSecrets(keeping)).toBe(true);
    expect(heldSecrets()).toMatchObject({ version: 2, values: { JOBS_TOKEN: 'b', HASH_SECRET: 'h1' } });
    expect(noted).toEqual(['takes_restart HASH_SECRET', 'changed JOBS_TOKEN']);
  });

  test('the service’s count before a file’s, and a file’s before the environment’s', async () => {
    const layer = (name: SecretSource['name'], values: SecretValues) => source(name, () => values);
    await openSecrets(
      keepingOf([
        layer('environment', { JOBS_TOKEN: 'e', METRICS_TOKEN: 'e', SMTP_URL: 'e' }),
        layer('file', { JOBS_TOKEN: 'f', METRICS_TOKEN: 'f' }),
        layer('aws-secrets-manager', { JOBS_TOKEN: 's' }),
      ]),
    );
    expect(heldSecrets()?.values).toEqual({ JOBS_TOKEN: 's', METRICS_TOKEN: 'f', SMTP_URL: 'e' });
  });

  test('and could not be run with are refused whole, by their names, and age all the same', async () => {
    let values: SecretValues = { JOBS_TOKEN: 'good', METRICS_TOKEN: 'm' };
    const keeping = keepingOf([source('file', () => values)], ({ JOBS_TOKEN }) => {
      if (JOBS_TOKEN === 'weak') throw new Error('JOBS_TOKEN is too short');
    });
    await openSecrets(keeping);
    const untilMs = heldSecrets()?.untilMs;
    values = { JOBS_TOKEN: 'weak', METRICS_TOKEN: 'n' };
    await refreshSecrets(keeping);
    expect(heldSecrets()).toMatchObject({ values: { JOBS_TOKEN: 'good', METRICS_TOKEN: 'm' }, untilMs });
    expect(noted).toEqual(['refused JOBS_TOKEN METRICS_TOKEN']);
  });

  test('of a source that is away are kept until they are too old, and no longer; the others’ changes count meanwhile', async () => {
    let isAway = false;
    let file: SecretValues = { METRICS_TOKEN: '1' };
    const keeping = keepingOf([
      source('file', () => file),
      source('aws-secrets-manager', () => (isAway ? away() : { JOBS_TOKEN: 's' })),
    ]);
    await openSecrets(keeping);
    const { untilMs = 0 } = heldSecrets() ?? {};
    isAway = true;
    file = { METRICS_TOKEN: '2' };
    expect(await refreshSecrets(keeping)).toBe(false);
    expect(noted).toEqual(['unreadable away', 'changed METRICS_TOKEN']);
    expect(freshSecrets(untilMs - 1)?.values).toEqual({ JOBS_TOKEN: 's', METRICS_TOKEN: '2' });
    expect(() => freshSecrets(untilMs)).toThrow(expect.objectContaining({ code: 'busy', retryAfterS: 30 }));
    isAway = false;
    await refreshSecrets(keeping);
    expect(freshSecrets(untilMs)?.values.JOBS_TOKEN).toBe('s');
  });

  test('are what a start hangs from: it fails where a source is away', async () => {
    await expect(openSecrets(keepingOf([source('file', away)]))).rejects.toThrow('sk-never-said');
    expect(heldSecrets()).toBeNull();
  });
});

describe('a file of a secret', () => {
  const path = join(folder, 'token');
  const given = { JOBS_TOKEN_FILE: path, JOBS_TOKEN: 'environment' };
  const write = (text: string) => writeFileSync(path, text, { mode: 0o644 });
  const start = async () => {
    ({ stop } = await startKeeping(
      given,
      (event, facts) => noted.push(`${event} ${facts}`),
      () => undefined,
    ));
  };

  test('wins over the environment, and another one put in its place counts without a restart', async () => {
    write('first\n');
    await start();
    expect(freshSecrets()?.values.JOBS_TOKEN).toBe('first');
    writeFileSync(`${path}.new`, 'second\n');
    renameSync(`${path}.new`, path);
    await vi.waitFor(() => expect(freshSecrets()?.values.JOBS_TOKEN).toBe('second'), { timeout: 20_000 });
  });

  test('that is gone or empty afterwards changes nothing, and never ages', async () => {
    write('good');
    await start();
    write('');
    await vi.waitFor(() => expect(noted).toEqual(['unreadable SecretFileError']), { timeout: 20_000 });
    rmSync(path);
    expect(freshSecrets(Number.MAX_SAFE_INTEGER)?.values.JOBS_TOKEN).toBe('good');
  });

  test.each([
    ['is missing', () => rmSync(path, { force: true }), 'names a file that cannot be read'],
    ['is empty', () => write(' \n'), 'names an empty file'],
    ['is enormous', () => write('x'.repeat(70_000)), 'is too long for a secret'],
    ['can be written by everybody', () => chmodSync(path, 0o666), 'can be written by everybody'],
  ])('that %s is refused at the start, by the name of its setting', async (_what, make, problem) => {
    write('good');
    make();
    await expect(start()).rejects.toThrow(`JOBS_TOKEN_FILE ${problem}`);
  });
});

describe('a service', () => {
  const given = () => ({
    SECRETS_AWS_ID: NAME,
    SECRETS_AWS_REGION: 'eu-west-1',
    SECRETS_AWS_ENDPOINT: server.endpoint,
    // Below what settings may say, so that a test need not wait.
    SECRETS_REFRESH_S: '0.05',
    SECRETS_MAX_AGE_S: '1',
  });
  const start = async () => {
    ({ stop } = await startKeeping(
      given(),
      (event, facts) => noted.push(`${event} ${facts}`),
      () => undefined,
    ));
  };

  test('is asked again and again; away for too long it closes what needs secrets, and opens it once it is back', async () => {
    server.keep({ JOBS_TOKEN: 'one' });
    await start();
    server.keep({ JOBS_TOKEN: 'two' });
    await vi.waitFor(() => expect(freshSecrets()?.values.JOBS_TOKEN).toBe('two'), { timeout: 20_000 });
    server.always({ type: 'AccessDeniedException', status: 400 });
    await vi.waitFor(() => expect(() => freshSecrets()).toThrow(expect.objectContaining({ code: 'busy' })), {
      timeout: 20_000,
    });
    expect(heldSecrets()?.values.JOBS_TOKEN).toBe('two');
    expect(noted).toContain('unreadable AccessDeniedException');
    server.always(null);
    await vi.waitFor(() => expect(freshSecrets()?.values.JOBS_TOKEN).toBe('two'), { timeout: 20_000 });
  });

  test('that is away when a process starts lets none start', async () => {
    server.always({ type: 'AccessDeniedException', status: 400 });
    await expect(start()).rejects.toMatchObject({ code: 'AccessDeniedException' });
    expect(heldSecrets()).toBeNull();
  });
});
