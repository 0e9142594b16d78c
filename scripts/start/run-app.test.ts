import { expect, it } from 'vitest';
import { parseEnv } from '#lib/kernel/env.ts';
import { newSecrets } from '#scripts/settings/secrets.ts';
import { appSettings, modelLines } from './run-app.ts';

it('the app is given no connection as owner or administrator, and starts without them', () => {
  const url = (role: string) => `postgresql://${role}:x@127.0.0.1:5432/countersign`;
  const given = appSettings({
    ...newSecrets(),
    DATABASE_URL: url('postgres'),
    DATABASE_URL_OWNER: url('cs_owner'),
    DATABASE_URL_SEAL: url('cs_seal'),
    DATABASE_URL_AUDIT: url('cs_audit'),
    DATABASE_URL_APP: url('cs_app'),
    DATABASE_URL_AUTH: url('cs_auth'),
  });
  expect(Object.values(given).join(' ')).not.toMatch(/postgres:x|cs_owner|cs_seal|cs_audit/);
  expect(given.DATABASE_URL).toBe('');
  expect(parseEnv({ ...given }).DATABASE_URL_APP).toBe(url('cs_app'));
});

it('the start says who answers, what is kept there, and which wish for privacy is not taken there', () => {
  expect(modelLines({})).toEqual([expect.stringMatching(/^the scripted demo model/)]);
  const lines = (OPENAI_BASE_URL: string) =>
    modelLines({ OPENAI_API_KEY: 'sk-of-the-test', OPENAI_BASE_URL }).join(' ');
  expect(lines('')).toMatch(/api\.openai\.com \(OpenAI\).*up to 30 days/);
  expect(lines('')).not.toMatch(/can’t be told/);
  expect(lines('https://api.mistral.ai/v1')).toMatch(/Mistral.*can’t be told that no copy is kept/);
  expect(lines('https://gateway.northwind.test/v1')).toMatch(/not in the table.*Not known.*can’t be told/);
  expect(lines('http://localhost:11434/v1')).toMatch(/Ollama.*machines of yours/);
  expect(lines('https://api.mistral.ai/v1')).not.toContain('sk-of-the-test');
});
