import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { FaultyProvider } from '#e2e/fixtures/faulty-provider.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import type * as Env from '#lib/kernel/env.ts';
import { startProviderInUse } from '#e2e/fixtures/provider-in-use.ts';
import { runTurn } from '#e2e/fixtures/run-turn.ts';

const setting = vi.hoisted(() => ({ PERSONAL_DATA: 'standard' as 'standard' | 'hipaa' }));
vi.mock('#lib/kernel/env.ts', async (original) => {
  const real = await original<typeof Env>();
  return { ...real, env: () => ({ ...real.env(), ...setting }) };
});

let provider: FaultyProvider;
let person: Person;
beforeAll(async () => {
  provider = await startProviderInUse();
  person = await makePerson({ spec: 'northwind' });
});
afterAll(() => provider.close());

const TEXT =
  'I am billed for patient Jane Roe, born 1980-02-03, from 203.0.113.42: why, on invoice 2026-117?';

async function ask(table: 'standard' | 'hipaa', says: string) {
  setting.PERSONAL_DATA = table;
  provider.script({ mode: 'text', text: says, pieces: 4 });
  const turn = await runTurn(person, { text: TEXT });
  return { turn, prompt: JSON.stringify(provider.received.at(-1)?.body.messages) };
}

test('with PERSONAL_DATA=hipaa the model reads placeholders, and the person reads their own words', async () => {
  const { turn, prompt } = await ask('hipaa', 'For name-2@vault.invalid, born date-3@vault.invalid.');
  expect(prompt).not.toMatch(/Jane Roe|1980-02-03|203\.0\.113\.42/);
  expect(prompt).toContain('invoice 2026-117');
  const marks = [...prompt.matchAll(/(name|date|ip)-\d@vault\.invalid/g)].map(([, kind]) => kind);
  expect(new Set(marks)).toEqual(new Set(['name', 'date', 'ip']));
  expect(turn.text).not.toContain('vault.invalid');
});

test('an answer gives back a name, a day and an address that the person wrote, and what is stored is what was shown', async () => {
  const { turn } = await ask('hipaa', 'name-1@vault.invalid, date-2@vault.invalid, ip-3@vault.invalid.');
  expect(turn.text).toBe('Jane Roe, 1980-02-03, 203.0.113.42.');
});

test('without it the model reads them as before', async () => {
  const { prompt } = await ask('standard', 'All right.');
  expect(prompt).toContain('patient Jane Roe, born 1980-02-03, from 203.0.113.42');
});
