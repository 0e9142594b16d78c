import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowed } from '../log.ts';
import { redact, rememberKeys, rememberSecrets } from './redact.ts';

const one = () => randomBytes(24).toString('base64');
const session = one();
const [ringA, ringB] = [one(), one()];
const [keyA, keyB] = [`key+${one()}`, `key/${one()}`];
const password = `p${randomBytes(12).toString('hex')}`;
rememberSecrets({
  SESSION_SECRET: session,
  KEK_KEYRING: `kek-2:${ringA},kek-1:${ringB}`,
  OPENAI_API_KEYS: `${keyA},${keyB}`,
  DATABASE_URL_APP: `postgresql://cs_app:${password}@db.test:5432/x`,
  PUBLIC_URL: 'https://billing.test',
});
const secrets = [session, ringA, ringB, keyA, keyB, password];

test('a line of the log holds no secret, wherever one is put into it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...secrets),
      fc.string({ maxLength: 150 }),
      fc.string({ maxLength: 40 }),
      fc.constantFrom('route', 'errorName', 'errorCode', 'rule'),
      (secret, before, after, field) => {
        for (const spelt of [secret, encodeURIComponent(secret)]) {
          const line = JSON.stringify(allowed({ [field]: `${before}${spelt}${after}` }));
          expect(line).not.toContain(spelt);
          // Nor its first half, where the line is cut in its middle.
          expect(line).not.toContain(spelt.slice(0, 16));
        }
      },
    ),
    { numRuns: Number(process.env.REDACT_RUNS || 200) },
  );
});

test('an error is printed without them: in its message, its stack, its cause and its fields', () => {
  const error = new Error(`wrong key ${keyA}`, { cause: new Error(`at ${password}`) });
  Object.assign(error, { request: { headers: { authorization: `Bearer ${keyB}` } } });
  const printed = redact(inspect(error, { depth: 9 }));
  for (const secret of secrets) expect(printed).not.toContain(secret);
  expect(printed).toContain('wrong key [redacted]');
});

test('what looks like a credential is taken out though nobody knows it, and plain words stay', () => {
  expect(redact(`got sk-${'a1'.repeat(20)} from https://me:${'pass'}1234@host.test/`)).toBe(
    'got [redacted] from [redacted]host.test/',
  );
  expect(redact('provider_key_refused at https://billing.test/c/1')).toBe(
    'provider_key_refused at https://billing.test/c/1',
  );
});

test('a value that was in force once stays out after another took its place, and keys of a file too', () => {
  rememberSecrets({ SESSION_SECRET: one() });
  rememberKeys(['a-key-of-a-file-0001']);
  expect(redact(`${session} a-key-of-a-file-0001`)).toBe('[redacted] [redacted]');
});
