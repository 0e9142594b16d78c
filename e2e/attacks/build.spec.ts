import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { root } from '#scripts/system/paths.ts';
import { appUrl } from '#e2e/fixtures/app-url.ts';
import { makePerson } from '#e2e/fixtures/make-person.ts';
import { sendRequest } from '#e2e/fixtures/send-request.ts';

const build = join(root, '.next-test');
const SECRETS = [
  'SESSION_SECRET',
  'HASH_SECRET',
  'KEK_KEYRING',
  'DEMO_PASSWORD',
  'DATABASE_URL_OWNER',
  'DATABASE_URL_APP',
  'DATABASE_URL_AUTH',
] as const;
const KEY_SHAPES = [
  /\bsk-[A-Za-z0-9_-]{20,}/,
  /\b(?:sk|rk)_(?:live|test)_\w{10,}/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bAIza[\w-]{30,}/,
  /\bgh[pousr]_\w{30,}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /postgres(?:ql)?:\/\/[^\s"']+:[^\s"']+@/,
] as const;

function files(folder: string): string[] {
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test('the build holds no Server Action', () => {
  const manifest: unknown = JSON.parse(
    readFileSync(join(build, 'server', 'server-reference-manifest.json'), 'utf8'),
  );
  expect(manifest).toMatchObject({ node: {}, edge: {} });
  const { node, edge } = JSON.parse(
    readFileSync(join(build, 'server', 'server-reference-manifest.json'), 'utf8'),
  );
  expect({ ...node, ...edge }).toEqual({});
});

test('a posted Server Action is refused, signed in or not', async () => {
  const { cookie } = await makePerson();
  for (const who of [undefined, cookie]) {
    for (const path of ['/', '/plan', '/sign-in', '/nowhere']) {
      const { status, text } = await sendRequest(`${appUrl()}${path}`, {
        method: 'POST',
        cookie: who,
        headers: {
          'next-action': '7f'.repeat(20),
          'content-type': 'text/plain;charset=UTF-8',
          origin: appUrl(),
        },
        body: '[]',
      });
      expect(status, path).toBeGreaterThanOrEqual(400);
      expect(status, path).toBeLessThan(500);
      expect(text).not.toMatch(/\/node_modules\/|at \w+ \(/);
    }
  }
});

test('control: what is searched for is what the app runs with', () => {
  for (const name of SECRETS) expect((process.env[name] ?? '').length, name).toBeGreaterThan(15);
  expect(files(join(build, 'static')).length).toBeGreaterThan(5);
  expect(
    files(join(build, 'static')).some((file) => readFileSync(file, 'utf8').includes('Ask about your bill')),
  ).toBe(true);
});

test('the build holds no secret of this run, no key of a provider and no source map for browsers', () => {
  const secrets = SECRETS.map((name) => process.env[name] ?? '').flatMap((value) => [
    value,
    ...value.split(/[:,/@]/),
  ]);
  const wanted = [...new Set(secrets)].filter((value) => value.length >= 20);
  expect(wanted.length).toBeGreaterThan(SECRETS.length - 1);
  const found: string[] = [];
  for (const file of files(build).filter((path) => !path.includes('/cache/'))) {
    const bytes = readFileSync(file);
    if (wanted.some((secret) => bytes.includes(secret))) found.push(`a secret in ${file}`);
    if (!file.startsWith(join(build, 'static'))) continue;
    const text = bytes.toString('latin1');
    for (const { source } of KEY_SHAPES.filter((shape) => shape.test(text)))
      found.push(`${source} in ${file}`);
  }
  expect(found).toEqual([]);
  expect(files(join(build, 'static')).filter((path) => path.endsWith('.map'))).toEqual([]);
});

test('what only the server knows is not in what browsers load', () => {
  const names = [
    'DATABASE_URL',
    'SESSION_SECRET',
    'HASH_SECRET',
    'KEK_KEYRING',
    'OPENAI_API_KEY',
    'system_instructions',
    'argon2',
    'BEGIN IMMEDIATE',
    'set_config',
  ];
  const found = files(join(build, 'static')).flatMap((file) => {
    const bytes = readFileSync(file);
    return names.filter((name) => bytes.includes(name)).map((name) => `${name} in ${file}`);
  });
  expect(found).toEqual([]);
  expect(existsSync(join(build, 'static'))).toBe(true);
});
