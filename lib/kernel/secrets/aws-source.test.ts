import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { awsSource } from './aws-source.ts';
import { startSecretsManager } from './secrets-manager.test-data.ts';

// A slow service is told from a dead one by clocks that a test need not wait for.
vi.mock('./policy.ts', async (original) => ({
  ...(await original()),
  SERVICE_CALL: { connectMs: 500, requestMs: 400, totalMs: 3_000, attempts: 3 },
}));

const NAME = 'countersign/production';
let server: Awaited<ReturnType<typeof startSecretsManager>>;
const read = () => awsSource({ secretId: NAME, region: 'eu-west-1', endpoint: server.endpoint }).read();
const key = `sk-${randomBytes(24).toString('hex')}`;

beforeAll(async () => {
  process.env.AWS_ACCESS_KEY_ID = 'AKIDEXAMPLE';
  process.env.AWS_SECRET_ACCESS_KEY = randomBytes(30).toString('base64');
  server = await startSecretsManager(NAME);
});
beforeEach(() => {
  server.next();
  server.always(null);
  server.keep({ OPENAI_API_KEYS: key, OTHER_PROGRAM: 'x', JOBS_TOKEN: ' ' });
  server.asked.length = 0;
});
afterAll(() => server.stop());

describe('AWS Secrets Manager', () => {
  test('is asked in its wire form for the current version, and says what is ours and not blank', async () => {
    expect(await read()).toEqual({ OPENAI_API_KEYS: key });
    expect(server.asked).toHaveLength(1);
    const [asked] = server.asked;
    expect(asked?.target).toBe('secretsmanager.GetSecretValue');
    expect(asked?.body).toEqual({ SecretId: NAME, VersionStage: 'AWSCURRENT' });
    expect(asked?.headers['content-type']).toBe('application/x-amz-json-1.1');
    expect(asked?.headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-west-1\/secretsmanager\/aws4_request/,
    );
  });

  test('that throttles, errs or hangs up once is asked again, and its answer taken', async () => {
    for (const trouble of [
      { type: 'ThrottlingException', status: 400 },
      { type: 'InternalServiceError', status: 500 },
      'hang-up',
    ] as const) {
      server.next(trouble);
      expect(await read()).toEqual({ OPENAI_API_KEYS: key });
    }
    expect(server.asked).toHaveLength(6);
  });

  test.each([
    ['denies', { type: 'AccessDeniedException', status: 400 }, 'AccessDeniedException'],
    ['throttles on and on', { type: 'ThrottlingException', status: 400 }, 'ThrottlingException'],
    ['can’t decrypt', { type: 'DecryptionFailure', status: 400 }, 'DecryptionFailure'],
    ['is silent', 'silence', /Timeout|Abort/],
    ['answers no JSON', { raw: '<html>' }, /.+/],
    ['answers without a secret', { raw: '{"Name":"x"}' }, 'no_json'],
  ] as const)('that %s says nothing, by a code and without its words', async (_what, trouble, code) => {
    server.always(trouble);
    const failed = await read().catch((error: unknown) => error);
    expect(failed).toMatchObject({ name: 'SecretServiceError', code: expect.stringMatching(code) });
    expect(inspect(failed, { depth: 9, showHidden: true })).not.toContain(key);
  });

  test.each([
    ['text', 'no_json'],
    ['[1]', 'other_shape'],
    ['{"OPENAI_API_KEYS":{"active":"x"}}', 'other_shape'],
    ['{"OTHER":"x"}', 'nothing_ours'],
    [`{"OPENAI_API_KEYS":"${'x'.repeat(70_000)}"}`, 'other_shape'],
  ])('a secret of another shape is none: %.30s', async (kept, code) => {
    server.keep(kept);
    await expect(read()).rejects.toMatchObject({ code });
  });

  test('that does not know the secret says so', async () => {
    server.keep(null);
    await expect(read()).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
  });
});
