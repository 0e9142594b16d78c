import { execFile } from 'node:child_process';
import { afterAll, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { makePerson } from '#e2e/fixtures/make-person.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { closeDatabases } from '#lib/kernel/db.ts';
import { startSecretsManager } from '#lib/kernel/secrets/secrets-manager.test-data.ts';
import { refuseMissingKeys } from '#scripts/start/refuse-missing-keys.ts';

afterAll(closeDatabases);

/** Starts what a server process runs beside answering, and ends it once it stands. */
function start(over: Record<string, string> = {}): Promise<{ code: number | null; said: string }> {
  const program = `const { startServer } = await import('#lib/start-server.ts'); await startServer(); process.exit(0);`;
  const args = [
    '--conditions=react-server',
    '--disable-warning=ExperimentalWarning',
    '--input-type=module',
    '-e',
    program,
  ];
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      { env: { ...process.env, NODE_OPTIONS: '', ...over } },
      (_error, _stdout, said) => resolve({ code: child.exitCode, said }),
    );
  });
}
const settings = () =>
  Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? '']));

test('a process whose ring lacks a key that stored keys need does not start, and says which', async () => {
  const { conversationId } = await storeTurn(await makePerson(), { text: 'Kept' });
  await expect(refuseMissingKeys(settings())).resolves.toBeUndefined();
  expect((await start()).code).toBe(0);
  const rename = (id: string) =>
    behindTheWalls('UPDATE data_key SET kek_id = $1 WHERE scope_id = $2', [id, conversationId]);
  await rename('kek-lost');
  const line = 'KEK_KEYRING lacks kek-lost, which stored keys still need: put it back.';
  expect(await start()).toEqual({ code: 2, said: `${line}\n` });
  await expect(refuseMissingKeys(settings())).rejects.toMatchObject({ message: line, exitCode: 2 });
  await rename('aws-kms:1234abcd');
  await expect(refuseMissingKeys(settings())).rejects.toThrow('KEK_KMS_KEY_ID lacks aws-kms:1234abcd');
  // A key that is destroyed needs nobody.
  await behindTheWalls('UPDATE data_key SET wrapped = NULL, destroyed_at = now() WHERE scope_id = $1', [
    conversationId,
  ]);
  await expect(refuseMissingKeys(settings())).resolves.toBeUndefined();
});

test('a process takes its secrets from the service that keeps them, and does not start without it', async () => {
  const service = await startSecretsManager('countersign/boot');
  const { SESSION_SECRET = '', DATABASE_URL_APP = '', ...rest } = settings();
  const over = {
    ...rest,
    SESSION_SECRET: '',
    DATABASE_URL_APP: '',
    SECRETS_AWS_ID: 'countersign/boot',
    SECRETS_AWS_REGION: 'eu-west-1',
    SECRETS_AWS_ENDPOINT: service.endpoint,
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: SESSION_SECRET,
  };
  try {
    service.keep({ SESSION_SECRET, DATABASE_URL_APP });
    expect(await start(over)).toMatchObject({ code: 0 });
    service.keep({ SESSION_SECRET: 'short', DATABASE_URL_APP });
    expect(await start(over)).toEqual({
      code: 2,
      said: 'SESSION_SECRET is too short (32 random bytes or more)\n',
    });
    service.always({ type: 'AccessDeniedException', status: 400 });
    expect(await start(over)).toEqual({
      code: 2,
      said: 'SECRETS_AWS_ID names a secret that cannot be read (AccessDeniedException)\n',
    });
  } finally {
    await service.stop();
  }
}, 240_000);
