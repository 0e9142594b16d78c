import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { publicProblems } from './env-checks.ts';
import { EnvError, parseEnv } from './env.ts';

const good = (): Record<string, string> => ({
  SESSION_SECRET: randomBytes(32).toString('base64url'),
  KEK_KEYRING: `kek-1:${randomBytes(32).toString('base64')}`,
  DATABASE_URL_APP: 'postgresql://cs_app@127.0.0.1:5432/countersign',
  DATABASE_URL_AUTH: 'postgresql://cs_auth@127.0.0.1:5432/countersign',
});

/** The lines that a set of changed settings is refused with. */
function refusal(changes: Record<string, string>): readonly string[] {
  try {
    parseEnv({ ...good(), ...changes });
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
  return [];
}

describe('boot accepts', () => {
  it('generated settings, and fills in the defaults', () => {
    const settings = parseEnv(good());
    expect(settings.PORT).toBe(3000);
    expect(settings.HOST).toBe('127.0.0.1');
    expect(settings.PUBLIC_URL).toBe('http://localhost:3000');
    expect(settings.PRODUCTION).toBe(false);
    expect(settings.PERSONAL_DATA).toBe('standard');
    expect(settings.KEK_KEYRING[0]?.key).toHaveLength(32);
    expect(Object.isFrozen(settings)).toBe(true);
  });

  it('a public https address without the demonstration', () => {
    expect(refusal({ PUBLIC_URL: 'https://billing.northwind.test', RUN_MODE: 'serve' })).toEqual([]);
  });

  it('no ring in the settings where a file or a key service has the keys', () => {
    const service = {
      KEK_PROVIDER: 'aws-kms',
      KEK_KMS_KEY_ID: 'arn:aws:kms:eu-west-1:1:key/a,1234abcd',
      KEK_KMS_REGION: 'eu-west-1',
    };
    expect(refusal({ KEK_KEYRING: '', ...service })).toEqual([]);
    expect(refusal({ KEK_KEYRING: '', KEK_KEYRING_FILE: '/run/ring' })).toEqual([]);
  });

  it('a thousand random secrets without calling one of them weak', () => {
    for (let round = 0; round < 1000; round += 1) expect(refusal({})).toEqual([]);
  });
});

describe('boot refuses in one line that names the variable and never its value', () => {
  const bad: readonly (readonly [string, string, Record<string, string>])[] = [
    ['an unknown table of personal data', 'PERSONAL_DATA', { PERSONAL_DATA: 'HIPAA!' }],
    ['a missing secret', 'SESSION_SECRET', { SESSION_SECRET: '' }],
    ['a short secret', 'SESSION_SECRET', { SESSION_SECRET: 'q7Rz0pKd1XvB' }],
    [
      'a placeholder secret',
      'SESSION_SECRET',
      { SESSION_SECRET: 'changeme-q7Rz0pKd1XvB9sLw2MnYtE4uHjFgCiOa8' },
    ],
    ['one letter again and again', 'SESSION_SECRET', { SESSION_SECRET: 'a'.repeat(64) }],
    ['a repeated piece', 'SESSION_SECRET', { SESSION_SECRET: 'q7Rz0pKd'.repeat(8) }],
    [
      'few distinct letters',
      'SESSION_SECRET',
      { SESSION_SECRET: 'abababbaabbababaabbaabababbaabbabaabbaabab12' },
    ],
    ['a missing keyring', 'KEK_KEYRING', { KEK_KEYRING: '' }],
    ['a malformed keyring', 'KEK_KEYRING', { KEK_KEYRING: 'kek-1=abc' }],
    ['a key of 16 bytes', 'KEK_KEYRING', { KEK_KEYRING: `kek-1:${randomBytes(16).toString('base64')}` }],
    ['a key of zeroes', 'KEK_KEYRING', { KEK_KEYRING: `kek-1:${Buffer.alloc(32).toString('base64')}` }],
    [
      'two keys of one name',
      'KEK_KEYRING',
      { KEK_KEYRING: [1, 2].map(() => `k:${randomBytes(32).toString('base64')}`).join() },
    ],
    ['a weak hash secret', 'HASH_SECRET', { HASH_SECRET: 'a'.repeat(64) }],
    ['a secrets service without a region', 'SECRETS_AWS_REGION', { SECRETS_AWS_ID: 'countersign' }],
    [
      'a secrets service in the clear',
      'SECRETS_AWS_ENDPOINT',
      { SECRETS_AWS_ID: 'x', SECRETS_AWS_REGION: 'eu-west-1', SECRETS_AWS_ENDPOINT: 'http://elsewhere.test' },
    ],
    ['secrets that are too old before they are read again', 'SECRETS_MAX_AGE_S', { SECRETS_MAX_AGE_S: '60' }],
    ['a secret in a file that is not there', 'SESSION_SECRET_FILE', { SESSION_SECRET_FILE: '/none/such' }],
    ['a key provider nobody knows', 'KEK_PROVIDER', { KEK_PROVIDER: 'vault' }],
    ['a key service without a key', 'KEK_KMS_KEY_ID', { KEK_PROVIDER: 'aws-kms' }],
    ['a key of a service without a region', 'KEK_KMS_REGION', { KEK_KMS_KEY_ID: '1234abcd' }],
    [
      'an alias, which can be moved to another key',
      'KEK_KMS_KEY_ID',
      { KEK_KMS_KEY_ID: 'alias/countersign' },
    ],
    ['a key file without its name', 'KEK_KEYRING_FILE', { KEK_PROVIDER: 'file' }],
    ['two rings', 'KEK_KEYRING_FILE', { KEK_PROVIDER: 'keyring', KEK_KEYRING_FILE: '/run/ring' }],
    [
      'a key service asked in the clear',
      'KEK_KMS_ENDPOINT',
      { KEK_KMS_ENDPOINT: 'http://kms.northwind.test' },
    ],
    ['a missing database', 'DATABASE_URL_APP', { DATABASE_URL_APP: '' }],
    ['another kind of database', 'DATABASE_URL_APP', { DATABASE_URL_APP: 'mysql://somewhere/else' }],
    [
      'a provider key for browsers',
      'NEXT_PUBLIC_MODEL',
      { NEXT_PUBLIC_MODEL: `sk-${'proj'}-${'q7Rz0pKd1XvB9sLw'}` },
    ],
    ['a token for browsers', 'NEXT_PUBLIC_API_TOKEN', { NEXT_PUBLIC_API_TOKEN: 'q7Rz0pKd1XvB9sLw2MnY' }],
    ['plain http for the public', 'PUBLIC_URL', { PUBLIC_URL: 'http://billing.northwind.test' }],
    ['an address that is none', 'PUBLIC_URL', { PUBLIC_URL: 'billing' }],
    [
      'a public demonstration',
      'DEMO',
      { DEMO: '1', DEMO_PASSWORD: 'q7Rz0pKd1XvB9sLw', PUBLIC_URL: 'https://a.test' },
    ],
    [
      'a demonstration that the whole network reaches',
      'HOST',
      { DEMO: '1', DEMO_PASSWORD: 'q7Rz0pKd1XvB9sLw', HOST: '0.0.0.0' },
    ],
    ['a cookie whose name ends its header', 'SESSION_COOKIE', { SESSION_COOKIE: 'a; Path' }],
    ['a demonstration without a password', 'DEMO_PASSWORD', { DEMO: '1' }],
    ['a weak demonstration password', 'DEMO_PASSWORD', { DEMO: '1', DEMO_PASSWORD: 'password1234' }],
    ['a word for a number', 'PORT', { PORT: 'http' }],
    ['a port that is none', 'PORT', { PORT: '70000' }],
    ['a word for a switch', 'DEMO', { DEMO: 'yes' }],
    ['half an identity provider', 'OIDC_CLIENT_ID', { OIDC_ISSUER: 'https://id.northwind.test' }],
    ['a detector without an address', 'DETECTOR_URL', { DETECTOR: 'http' }],
    [
      'a detector asked in the clear',
      'DETECTOR_URL',
      { DETECTOR: 'lakera', DETECTOR_URL: 'http://guard.northwind.test' },
    ],
    ['a detector nobody knows', 'DETECTOR', { DETECTOR: 'oracle' }],
    ['a placeholder model key', 'OPENAI_API_KEY', { OPENAI_API_KEY: 'your-api-key-here' }],
  ];

  it.each(bad)('%s', (_what, name, changes) => {
    const lines = refusal(changes);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(name);
    expect(lines[0]).not.toContain('\n');
    for (const value of Object.values(changes)) if (value.length > 4) expect(lines[0]).not.toContain(value);
  });

  it('the session secret said again under a public name', () => {
    const settings = good();
    expect(refusal({ ...settings, NEXT_PUBLIC_X: settings.SESSION_SECRET ?? '' })[0]).toContain(
      'NEXT_PUBLIC_X',
    );
  });

  it('a public demonstration, unless that is confirmed', () => {
    const demo = { DEMO: '1', DEMO_PASSWORD: 'q7Rz0pKd1XvB9sLw', PUBLIC_URL: 'https://demo.northwind.test' };
    expect(refusal(demo)).toHaveLength(1);
    expect(refusal({ ...demo, CONFIRM_PUBLIC_DEMO: '1' })).toEqual([]);
  });
});

it('what is meant for this machine is refused where the network reaches it, unless someone says so', () => {
  const local = new URL('http://localhost:3100');
  const closed = { HOST: '127.0.0.1', CONFIRM_PUBLIC_DEMO: false };
  expect(publicProblems('LAB', closed, local)).toEqual([]);
  expect(publicProblems('LAB', { ...closed, HOST: '::' }, local)).toEqual([
    expect.stringMatching(/^LAB=1 with a public HOST/),
  ]);
  const open = new URL('https://lab.northwind.test');
  expect(publicProblems('LAB', closed, open)).toEqual([
    expect.stringMatching(/^LAB=1 with a public PUBLIC_URL/),
  ]);
  expect(publicProblems('LAB', { ...closed, CONFIRM_PUBLIC_DEMO: true }, open)).toEqual([]);
});
