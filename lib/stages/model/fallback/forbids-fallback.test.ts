import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { parseEnv, EnvError } from '#lib/kernel/env.ts';
import { fallbackNoticeOf, fallbackRefusal } from './fallback-settings.ts';

const OPENAI = 'https://api.openai.com/v1';
const OWN = 'http://127.0.0.1:11434/v1';
const OTHER = 'https://models.elsewhere.test/v1';
const settings = (over: Record<string, string>) =>
  parseEnv({
    SESSION_SECRET: randomBytes(48).toString('base64url'),
    KEK_KEYRING: `kek-1:${randomBytes(32).toString('base64')}`,
    DATABASE_URL_APP: 'postgresql://cs_app@127.0.0.1:5432/x',
    DATABASE_URL_AUTH: 'postgresql://cs_auth@127.0.0.1:5432/x',
    OPENAI_BASE_URL: OPENAI,
    FALLBACK_MODEL: 'a-model',
    FALLBACK_BASE_URL: OTHER,
    ...over,
  });

test.each([
  ['OpenAI, then one that can’t be told to keep nothing', {}, /FALLBACK_KEEPS_MORE=1/],
  ['the same, agreed', { FALLBACK_KEEPS_MORE: '1' }, null],
  ['two that take the same wish', { FALLBACK_BASE_URL: OPENAI }, null],
  [
    'machines of one’s own, then somebody else’s',
    { OPENAI_BASE_URL: OWN, FALLBACK_BASE_URL: OPENAI },
    /KEEPS_MORE/,
  ],
  ['somebody else’s, then one’s own', { FALLBACK_BASE_URL: OWN }, null],
  ['health data, whatever is agreed', { PERSONAL_DATA: 'hipaa', FALLBACK_KEEPS_MORE: '1' }, /hipaa/],
  ['health data on one’s own machines', { PERSONAL_DATA: 'hipaa', FALLBACK_BASE_URL: OWN }, null],
] as const)('%s', (_what, over, refusal) => {
  const said = fallbackRefusal(settings(over));
  if (refusal === null) expect(said).toBeNull();
  else expect(said).toMatch(refusal);
});

test('without an address there is none, and settings for one are refused in part', () => {
  const off = { FALLBACK_BASE_URL: '', FALLBACK_MODEL: '' };
  expect(fallbackNoticeOf(settings(off))).toBeNull();
  expect(fallbackRefusal(settings(off))).toBeNull();
  const problems = (over: Record<string, string>) => {
    try {
      settings(over);
    } catch (error) {
      if (error instanceof EnvError) return error.problems.join();
    }
    return '';
  };
  expect(problems({ FALLBACK_BASE_URL: '' })).toMatch(/FALLBACK_BASE_URL is missing/);
  expect(problems({ FALLBACK_MODEL: '' })).toMatch(/FALLBACK_MODEL is missing/);
  expect(problems({ OPENAI_BASE_URL: '' })).toMatch(/no first provider/);
  expect(problems({ FALLBACK_BASE_URL: 'http://models.elsewhere.test/v1' })).toMatch(/must be https/);
  expect(problems({ FALLBACK_BASE_URL: 'https://me:pw@models.elsewhere.test' })).toMatch(
    /no name and no password/,
  );
});
